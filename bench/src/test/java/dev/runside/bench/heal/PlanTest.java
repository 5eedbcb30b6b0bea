package dev.runside.bench.heal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Plan WHOLE = Plan.of(new Options(30, 42, true));

    @Test
    void everyKillPauseAndStopStrikesAServiceOfItsOwnAndTenAreDeployed() {
        List<Plan.Round> rounds = WHOLE.rounds();

        assertThat(rounds.stream().map(Plan.Round::killed)).hasSize(30).doesNotHaveDuplicates();
        assertThat(rounds.stream().flatMap(round -> round.paused().stream()))
                .hasSize(30)
                .doesNotHaveDuplicates();
        assertThat(rounds.stream().flatMap(round -> round.stopped().stream()))
                .hasSize(30)
                .doesNotHaveDuplicates();
        assertThat(rounds.stream().flatMap(round -> round.deployed().stream()))
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void noServiceIsStruckTwiceWithinFiveRounds() {
        List<List<Integer>> struck =
                WHOLE.rounds().stream()
                        .map(round -> {
                            List<Integer> all = new ArrayList<>(round.paused());
                            all.addAll(round.stopped());
                            all.addAll(round.deployed());
                            all.add(round.killed());
                            return all;
                        })
                        .toList();

        for (int from = 0; from + 5 <= struck.size(); from++) {
            List<Integer> window =
                    struck.subList(from, from + 5).stream().flatMap(List::stream).toList();
            assertThat(new HashSet<>(window)).as("from round %d", from).hasSameSizeAs(window);
        }
    }

    @Test
    void theSameSeedMakesTheSameRounds() {
        assertThat(Plan.of(new Options(30, 42, true)).rounds()).isEqualTo(WHOLE.rounds());
        assertThat(Plan.of(new Options(30, 43, true)).rounds()).isNotEqualTo(WHOLE.rounds());
    }
}
