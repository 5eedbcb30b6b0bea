package dev.runside.demo.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the README, in its order; the one that stays is stopped as by Ctrl-C. */
class ReadmeIT {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String STAYS = "./runside demo";

    /**
     * What would run this test from within itself, or has a test of its own: where, by which words.
     */
    private static final Map<String, Elsewhere> ELSEWHERE =
            Map.of(
                    "./mvnw verify",
                    new Elsewhere(".ci/run", List.of("./mvnw", "verify")),
                    "./runside demo --once",
                    new Elsewhere(
                            "demo/src/test/java/dev/runside/demo/DrillIT.java",
                            List.of("\"demo\"", "\"--once\"")));

    private record Elsewhere(String file, List<String> words) {}

    private final Path root = Path.of(System.getProperty("runside.root"));
    @TempDir private Path folder;

    @AfterEach
    void leaveNothing() throws Exception {
        Process down =
                new ProcessBuilder(
                                root.resolve("runside").toString(),
                                "down",
                                "--data",
                                folder.resolve("var/data").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("down.log").toFile())
                        .start();
        assertThat(down.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void everyCommandWorks() throws Exception {
        List<String> lines =
                CommandBlock.of(root.resolve("README.md")).stream()
                        .flatMap(block -> block.lines().stream())
                        .toList();
        assertThat(lines).contains(STAYS).containsAll(ELSEWHERE.keySet());
        try (ShellSession shell = ShellSession.in(folder, Map.of());
                Standing demo = new Standing(shell, STAYS, folder.resolve("standing.log"))) {
            for (String line : lines) {
                Elsewhere elsewhere = ELSEWHERE.get(line);
                if (elsewhere != null) {
                    assertThat(Files.readString(root.resolve(elsewhere.file())))
                            .as(line)
                            .contains(elsewhere.words());
                } else if (line.equals(STAYS)) {
                    demo.start(LIMIT);
                } else {
                    endsBefore(line, demo);
                    shell.run(line, LIMIT);
                }
            }
            demo.stop(LIMIT);
        }
    }

    /** Both want the same ports, as the README says. */
    private static void endsBefore(String line, Standing demo) throws IOException {
        if (line.startsWith("./runside up")) {
            demo.stop(LIMIT);
        }
    }
}
