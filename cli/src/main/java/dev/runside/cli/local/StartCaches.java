package dev.runside.cli.local;

import dev.runside.cli.client.Credentials;
import dev.runside.cli.client.ServerApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes later starts quick: server and agent run once on an empty data folder, and the JVM keeps
 * what it loaded and linked (JEP 483, 514). Nothing depends on it: without caches, or with ones
 * that do not fit, programs start as they would, only slower.
 */
public record StartCaches(Home home) {

    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(1);
    private static final List<String> VISITED =
            List.of("/", "/api/v1/incidents", "/api/v1/openapi.json", "/metrics");

    public void make() throws IOException, InterruptedException {
        Path folder = home.dist().resolve("cache");
        Files.createDirectories(folder);
        Path rehearsal = Files.createTempDirectory(folder, "rehearsal-");
        try {
            rehearse(new DataFolder(rehearsal));
        } finally {
            delete(rehearsal);
        }
    }

    private void rehearse(DataFolder data) throws IOException, InterruptedException {
        Settings settings =
                Settings.local(data, PortCheck.free(), PortCheck.free(), PortCheck.free());
        try (LocalRunside runside =
                new LocalRunside(home, settings, _ -> {}, JavaProgram::makingStartCache)) {
            // A rehearsal that is broken off leaves no server behind.
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(runside::close));
            runside.startServer();
            var self = runside.enrolFirstPerson("rehearsal");
            if (self.isPresent()) {
                runside.enrolAgent("local", self.get());
                runside.startAgent("local");
                visit(runside, self.get());
                askAsACommand(data);
            }
        }
    }

    /** What a person and an agent would ask first; bad answers warm the server as well. */
    private static void visit(LocalRunside runside, Credentials self)
            throws IOException, InterruptedException {
        ServerApi api = runside.api(self.token());
        for (String path : VISITED) {
            api.ask(path);
        }
    }

    /** The command line's own cache: it reads a file, asks the server, and answers in JSON. */
    private void askAsACommand(DataFolder data) throws IOException, InterruptedException {
        List<String> status = List.of("status", "--json", "--data", data.path().toString());
        new JavaProgram(home, "cli", home.asProperties(), status)
                .makingStartCache()
                .start(data.log("cli"))
                .waitFor(COMMAND_LIMIT);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
