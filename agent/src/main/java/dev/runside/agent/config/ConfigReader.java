package dev.runside.agent.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code agent.yaml}. */
public final class ConfigReader {

    private static final Set<String> KNOWN =
            Set.of("name", "server", "services", "commands", "digests", "probe");

    private static final long LARGEST = 1 << 20;

    private final Field root;

    private ConfigReader(Field root) {
        this.root = root;
    }

    public static AgentConfig read(Path file) throws ConfigException {
        return new ConfigReader(new Field(file, "", NodeReader.read(file, text(file)))).config();
    }

    private static String text(Path file) throws ConfigException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ConfigException(file, "is larger than 1 MiB", "Make it smaller.");
            }
            if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new ConfigException(
                        file,
                        "can be written by everybody, who could then have anything run",
                        "Say chmod o-w " + file + ".");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConfigException(
                    file, "cannot be read", "Make the file, or name another with --config.");
        }
    }

    private AgentConfig config() throws ConfigException {
        root.allowOnly(KNOWN);
        return new AgentConfig(
                root.fetch("name", "local").text(),
                server(),
                services(),
                commands(),
                digests(),
                probe());
    }

    private URI server() throws ConfigException {
        Optional<Field> server = root.find("server");
        return server.isPresent()
                ? server.get().uri(Set.of("http", "https"))
                : URI.create("http://127.0.0.1:7070");
    }

    private List<Service> services() throws ConfigException {
        List<Service> services = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Field field : items("services")) {
            Service service = new ServiceReader(field).read();
            if (!names.add(service.name())) {
                throw field.wrong(
                        "has the name of another: " + service.name(), "Give each its own name.");
            }
            services.add(service);
        }
        return services;
    }

    private Set<Path> commands() throws ConfigException {
        Set<Path> commands = new HashSet<>();
        for (Field field : items("commands")) {
            commands.add(field.absolutePath());
        }
        return commands;
    }

    private Set<String> digests() throws ConfigException {
        Set<String> digests = new HashSet<>();
        for (Field field : items("digests")) {
            digests.add(field.text());
        }
        return digests;
    }

    private List<Field> items(String name) throws ConfigException {
        Optional<Field> field = root.find(name);
        return field.isPresent() ? field.get().items() : List.of();
    }

    private Probe probe() throws ConfigException {
        Optional<Field> probe = root.find("probe");
        return probe.isPresent() ? probe(probe.get()) : Probe.standard();
    }

    private static Probe probe(Field field) throws ConfigException {
        field.allowOnly(Set.of("every", "timeout", "misses", "over", "gone", "starting"));
        Probe standard = Probe.standard();
        Optional<Field> misses = field.find("misses");
        return new Probe(
                duration(field, "every", standard.every()),
                duration(field, "timeout", standard.timeout()),
                misses.isPresent() ? misses.get().count() : standard.misses(),
                duration(field, "over", standard.over()),
                duration(field, "gone", standard.gone()),
                duration(field, "starting", standard.starting()));
    }

    private static Duration duration(Field field, String name, Duration standard)
            throws ConfigException {
        Optional<Field> found = field.find(name);
        return found.isPresent() ? found.get().duration() : standard;
    }
}
