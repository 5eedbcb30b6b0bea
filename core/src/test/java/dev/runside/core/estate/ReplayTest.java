package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.run.StepResult.Outcome;
import dev.runside.core.triage.Incident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random days of a company: the same seed gives the same story, and some things hold on every day.
 */
class ReplayTest {

    private static final List<Ref> SUBJECTS =
            List.of(
                    Company.WEB,
                    Company.RELAY,
                    Company.STORE,
                    Company.DB,
                    Company.ROLLUP,
                    Company.MAIL,
                    Company.SEND);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theSameDayGivesTheSameStoryByteForByte(long seed) {
        assertThat(day(seed).story()).isEqualTo(day(seed).story());
    }

    @Test
    void onEveryDayWhatIsOpenIsTakenByARunOrByAPersonAndNobodyIsPagedForWhatHealed() {
        for (long seed = 100; seed < 160; seed++) {
            Scenario day = day(seed);
            day.pass(Duration.ofMinutes(4));
            assertThat(day.incidents())
                    .as("seed " + seed)
                    .allSatisfy(incident ->
                            assertThat(
                                            incident.state() != Incident.State.OPEN
                                                    || day.taken(incident))
                                    .as(incident.toString())
                                    .isTrue());
        }
    }

    private static Scenario day(long seed) {
        Random random = new Random(seed);
        Scenario day = new Scenario(Company.catalog());
        for (int event = 0; event < 60; event++) {
            Ref subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
            switch (random.nextInt(6)) {
                case 0 -> day.signal("process-gone", subject, Map.of());
                case 1 -> day.signal("answering", subject, Map.of());
                case 2 -> day.finding("errors", subject, Function.DEVELOPMENT);
                case 3 -> day.over("errors", subject);
                case 4 -> step(day, random);
                default -> day.pass(Duration.ofSeconds(random.nextInt(40)));
            }
        }
        return day;
    }

    private static void step(Scenario day, Random random) {
        day.runs().stream()
                .filter(run -> run.phase().stepping())
                .findFirst()
                .ifPresent(run ->
                        day.agentDoes(
                                random.nextInt(5) == 0 ? Outcome.FAILED : Outcome.DONE,
                                Map.of("state", "gone")));
    }
}
