package dev.runside.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.catalog.Layer;
import dev.runside.core.triage.Finding;
import dev.runside.core.watch.Sample;
import dev.runside.core.watch.Watch;
import dev.runside.server.intake.IntakeTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a watch knows after a restart is what was stored before. */
@IntakeTest
class MemoryTest {

    private static final String NAME = "remembered";

    @Autowired private Memory memory;
    @Autowired private JdbcClient database;
    @Autowired private PlatformTransactionManager transactions;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    @AfterEach
    void end() {
        database.sql("delete from indicator_bucket where indicator = :name")
                .param("name", NAME)
                .update();
    }

    @Test
    void threeDaysOfAGaugeAreItsBaseline() {
        stored(
                "72 hours",
                "60 + extract(minute from at)::int % 3",
                "60 + extract(minute from at)::int % 3");
        Watch queue =
                restored(
                        new Measure.Gauge("queue", Map.of()),
                        List.of(new Rule.Unusual(true, Optional.empty())));

        List<Finding> raised = new ArrayList<>();
        for (int minute = 0; minute < 8; minute++) {
            for (int second = 10; second <= 60; second += 10) {
                Instant at = now.plusSeconds(60L * minute + second);
                queue.accept(new Sample(at, at, 90, 90));
            }
            raised.addAll(found(queue, now.plusSeconds(60L * minute + 75)));
        }

        assertThat(raised).singleElement().extracting(Finding::kind).isEqualTo("anomaly");
        assertThat(raised.getFirst().sentence())
                .contains("90, usually 60 to 62")
                .doesNotContain("learning");
    }

    @Test
    void aBudgetThatBurnsSlowlyForThreeDaysIsStillKnown() {
        stored("72 hours", "98", "100");
        Watch answers = restored(new Measure.Ratio("answers", Map.of(), Map.of()), Rule.Burn.USUAL);

        answers.accept(new Sample(now, now, 98, 100));
        List<Finding> raised = found(answers, now.plusSeconds(1));

        assertThat(raised).singleElement().extracting(Finding::kind).isEqualTo("budget-drain");
    }

    @Test
    void whatWentWellTwoDaysAgoCountsInAWindowOfThree() {
        stored(
                "72 hours",
                "case when at < :now::timestamptz - interval '6 hours' then 100 else 98 end",
                "100");
        Watch answers = restored(new Measure.Ratio("answers", Map.of(), Map.of()), Rule.Burn.USUAL);

        answers.accept(new Sample(now, now, 98, 100));

        assertThat(found(answers, now.plusSeconds(1))).isEmpty();
    }

    private static List<Finding> found(Watch watch, Instant at) {
        return watch.judge(at).stream()
                .filter(Watch.Verdict.Raised.class::isInstance)
                .map(verdict -> ((Watch.Verdict.Raised) verdict).finding())
                .toList();
    }

    /** One sample a minute. */
    private void stored(String since, String good, String total) {
        database.sql(
                        """
                        insert into indicator_bucket (indicator, start, good, total, samples)
                        select :name, at, %s, %s, 1
                          from generate_series(:now::timestamptz - interval '%s', :now::timestamptz - interval '1 minute', interval '1 minute') at
                        """
                                .formatted(good, total, since))
                .param("name", NAME)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Watch restored(Measure measure, List<Rule> rules) {
        Watch watch =
                new Watch(
                        new Indicator(
                                NAME,
                                "Remembered",
                                Ref.parse("hop:mail/relay"),
                                Layer.PRODUCT,
                                Function.PLATFORM,
                                measure,
                                Optional.of(0.99),
                                rules,
                                false));
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> memory.restore(Map.of(NAME, watch), now));
        return watch;
    }
}
