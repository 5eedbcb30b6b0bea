package dev.runside.bench.intake;

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
 * The measurement itself, in small: with Alertmanager where Debian's packages are installed, else
 * of Runside alone. How fast it is on a busy machine is not judged here.
 */
@Isolated("it measures time")
class IntakeIT {

    private static final Path ROOT = Path.of(System.getProperty("runside.root"));

    @TempDir private Path folder;

    @Test
    void whatIsAcknowledgedIsStoredOnceAndRepeatsCostNoRow() throws Exception {
        Optional<Programs> peer = Programs.installed();
        Plan plan = new Plan(0, 2, Duration.ofMillis(400), Duration.ofSeconds(2));
        Outcome outcome;
        try (Measuring measuring =
                Measuring.start(
                        ROOT,
                        folder,
                        peer.map(Programs::alertmanager),
                        plan,
                        System.out::println)) {
            outcome = measuring.run();
        }
        Report report = new Report(outcome);
        System.out.println(report.table());

        assertThat(outcome.ledger().wrong()).isEmpty();
        assertThat(outcome.ledger().byRepeats()).isZero();
        assertThat(outcome.ledger().fresh()).isPositive();
        assertThat(outcome.ledger().byNew()).isEqualTo(2 * outcome.ledger().fresh());
        assertThat(outcome.settings()).containsEntry("fsync", "on");
        assertThat(outcome.settings()).containsEntry("synchronous_commit", "on");
        assertThat(outcome.ours().known().perSecond()).isPositive();
        assertThat(outcome.ours().known().cpuPerMillion()).isPositive();
        assertThat(outcome.ours().known().residentMegabytes()).isPositive();
        JsonNode json = JsonMapper.shared().readTree(report.json());
        assertThat(json.path("ok").asBoolean()).isTrue();
        assertThat(json.path("ratio").isNumber()).isEqualTo(peer.isPresent());
        assertThat(json.path("ratioNew").isNumber()).isEqualTo(peer.isPresent());
    }
}
