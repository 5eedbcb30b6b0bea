package dev.runside.demo.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.demo.site.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every command of the guide for a first product of one's own, in its order. */
class FirstProductIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String LOOK = "incident 1 --wait";

    @TempDir private Path folder;
    private Path guide = Path.of(System.getProperty("runside.root"), "docs/guide/first-product.md");

    @AfterEach
    void leaveNothing() throws Exception {
        Path root = Path.of(System.getProperty("runside.root"));
        new ProcessBuilder(
                        root.resolve("runside").toString(),
                        "down",
                        "--data",
                        folder.resolve("var/data").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("down.log").toFile())
                .start()
                .waitFor(30, TimeUnit.SECONDS);
        service().ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void everyCommandWorksAndShowsWhatTheGuideShows() throws Exception {
        String port = "" + Ports.choose(List.of("hello"), Map.of()).get("hello");
        List<CommandBlock> blocks = CommandBlock.of(guide);
        assertThat(blocks).hasSizeGreaterThan(5);
        JsonNode incident = JsonMapper.shared().nullNode();
        try (ShellSession shell = ShellSession.in(folder, Map.of("PORT", port))) {
            for (CommandBlock block : blocks) {
                String output = shell.run(block.commands(), LIMIT);
                assertThat(Shape.missing(block.shown(), output))
                        .as(
                                "shown by the guide below\n%s\nand not in\n%s",
                                block.commands(), output)
                        .isEmpty();
                if (block.commands().contains(LOOK)) {
                    incident =
                            JsonMapper.shared()
                                    .readTree(shell.run("./runside incident 1 --json", LIMIT));
                }
            }
        }
        assertHealed(incident);
        Optional<ProcessHandle> stopping = service();
        if (stopping.isPresent()) {
            // The SDK first tries for a while to hand its last metrics to a Runside that is down.
            stopping.get().onExit().get(30, TimeUnit.SECONDS);
        }
    }

    private static void assertHealed(JsonNode incident) {
        assertThat(incident.path("tier").asString()).isEqualTo("routine");
        assertThat(incident.path("state").asString()).isIn("recovered", "resolved", "closed");
        assertThat(incident.path("why").asString()).contains("runbook web-gone fits");
        assertThat(incident.path("runs").path(0).path("phase").asString()).isEqualTo("verified");
        assertThat(
                        incident.path("pages")
                                .valueStream()
                                .filter(page -> page.path("sentAt").isString()))
                .as("nobody is paged")
                .isEmpty();
    }

    private Optional<ProcessHandle> service() throws IOException {
        Path pidFile = folder.resolve("var/data/agent/web.pid");
        return Files.exists(pidFile)
                ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                        .filter(ProcessHandle::isAlive)
                : Optional.empty();
    }
}
