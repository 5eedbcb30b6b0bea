package dev.runside.bench.heal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.bench.heal.peers.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The measurement itself, in small: with the peers where Debian's packages are installed, else of
 * Runside alone. How fast it is on a busy machine is not judged here.
 */
@Isolated("it measures time")
class HealIT {

    private static final Path ROOT = Path.of(System.getProperty("runside.root"));

    @TempDir private Path folder;

    @Test
    void everyKillIsHealedOnRecordAndNothingElseIs() throws Exception {
        long seed = new Random().nextInt(1_000_000);
        Optional<Programs> peers = Programs.installed();
        Plan plan = new Plan(7, 3, 2, 2, 1, seed, Duration.ofSeconds(3));
        Outcome outcome;
        try (Measuring measuring = new Measuring(ROOT, folder, plan, peers, System.out::println)) {
            outcome = measuring.run();
        }
        Report report = new Report(outcome);
        System.out.println(report.table());

        assertThat(outcome.wrong()).as("seed %d", seed).isEmpty();
        assertThat(outcome.ours().kills()).isEqualTo(3);
        assertThat(outcome.ours().remediesOn(Deed.Kind.KILL)).isEqualTo(3);
        assertThat(outcome.ours().toWell().size()).isEqualTo(3);
        assertThat(outcome.ours().needless()).isZero();
        assertThat(List.copyOf(outcome.stages().values()))
                .isSorted()
                .allMatch(millis -> millis > 0);
        assertThat(outcome.ours().cpu().keySet()).contains("agent", "server", "postgres");
        assertThat(outcome.ours().cpu().get("agent")).isPositive();
        assertThat(outcome.peers().map(Result::kills)).isEqualTo(peers.map(_ -> 3));
        JsonNode json = JsonMapper.shared().readTree(report.json());
        assertThat(json.path("ok").asBoolean()).isTrue();
        assertThat(json.path("ratio").isNumber()).isEqualTo(peers.isPresent());
    }
}
