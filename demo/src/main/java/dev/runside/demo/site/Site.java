package dev.runside.demo.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One sample company on this machine: what it keeps lies beside what Runside keeps, in a folder of
 * its own; what it listens on is loopback.
 *
 * @param directory the demo's data folder, which is Runside's too
 * @param ports by service name
 * @param runside where Runside's web page and API are
 * @param otlp where Runside takes OpenTelemetry's metrics
 */
public record Site(Path directory, Map<String, Integer> ports, URI runside, URI otlp) {

    public Site {
        directory = directory.toAbsolutePath().normalize();
        ports = Map.copyOf(ports);
    }

    /** Reads what the launcher wrote; tells how to start the company where there is none. */
    public static Site read(Path directory) throws IOException {
        JsonNode json = JsonMapper.shared().readTree(Files.readString(file(directory)));
        Map<String, Integer> ports =
                JsonMapper.shared().convertValue(json.required("ports"), new TypeReference<>() {});
        return new Site(
                directory,
                ports,
                URI.create(json.required("runside").asString()),
                URI.create(json.required("otlp").asString()));
    }

    public static boolean standsIn(Path directory) {
        return Files.isRegularFile(file(directory));
    }

    /** Written beside and moved into place: a reader never sees half of it. */
    public void write() throws IOException {
        Files.createDirectories(folder());
        Map<String, Object> json =
                Map.of(
                        "ports",
                        new TreeMap<>(ports),
                        "runside",
                        runside.toString(),
                        "otlp",
                        otlp.toString());
        Path draft = folder().resolve("site.json.new");
        Files.writeString(draft, JsonMapper.shared().writeValueAsString(json));
        Files.move(
                draft,
                file(directory),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    /** What the company itself keeps. */
    public Path folder() {
        return directory.resolve("company");
    }

    public int port(String service) {
        return Optional.ofNullable(ports.get(service))
                .orElseThrow(() -> new IllegalArgumentException("no port is kept for " + service));
    }

    public URI address(String service) {
        return URI.create("http://127.0.0.1:" + port(service));
    }

    public Path pidFile(String service) {
        return folder().resolve("run").resolve(service + ".pid");
    }

    /** Exists while a new version waits for the port of the one before. */
    public Path standbyFile(String service) {
        return folder().resolve("run").resolve(service + ".standby");
    }

    /** The version that the next start of the service runs. */
    public Path versionFile(String service) {
        return folder().resolve("run").resolve(service + ".version");
    }

    public Path logFile(String service) {
        return folder().resolve("log").resolve(service + ".log");
    }

    public Secret secret(String name) {
        return new Secret(folder().resolve("secret").resolve(name));
    }

    private static Path file(Path directory) {
        return directory.resolve("company").resolve("site.json");
    }
}
