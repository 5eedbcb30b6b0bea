package dev.runside.bench.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.bench.heal.peers.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The measurement itself, in small: with Prometheus where Debian's packages are installed, else of
 * Runside alone. How fast it is on a busy machine is not judged here.
 */
@Isolated("it measures time")
class PointsIT {

    private static final Path ROOT = Path.of(System.getProperty("runside.root"));

    @TempDir private Path folder;

    @Test
    void everyPointIsCountedOnceAndEveryFaultIsSeenOnBothSides() throws Exception {
        Optional<Programs> peer = Programs.installed();
        Plan plan =
                new Plan(
                        new Estate(12, 2),
                        16,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        1,
                        Duration.ofMillis(200),
                        1);
        Outcome outcome;
        try (Measuring measuring =
                Measuring.start(
                        ROOT, folder, peer.map(Programs::prometheus), plan, System.out::println)) {
            outcome = measuring.run();
        }
        Report report = new Report(outcome);
        System.out.println(report.table());

        assertThat(outcome.ok()).isTrue();
        assertThat(outcome.peer().isPresent()).isEqualTo(peer.isPresent());
        assertThat(outcome.ours().counted()).isGreaterThan(1_000_000);
        assertThat(outcome.ours().delays()).hasSize(10);
        assertThat(outcome.ours().usual().points()).isEqualTo(2 * plan.estate().series());
        assertThat(outcome.ours().full().perSecond()).isPositive();
        assertThat(outcome.ours().full().cpuPerMillion()).isPositive();
        assertThat(outcome.ours().full().residentMegabytes()).isPositive();
        JsonNode json = JsonMapper.shared().readTree(report.json());
        assertThat(json.path("ok").asBoolean()).isTrue();
        assertThat(json.path("ratio").isNumber()).isEqualTo(peer.isPresent());
        assertThat(json.path("delayRatio").isNumber()).isEqualTo(peer.isPresent());
    }
}
