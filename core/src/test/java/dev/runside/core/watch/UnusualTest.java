package dev.runside.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.catalog.Layer;
import dev.runside.core.triage.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A gauge that is compared with its own past. */
class UnusualTest {

    private static final int THREE_DAYS = 3 * 1_440;

    private Instant now = Instant.parse("2026-01-05T03:00:00Z");
    private final List<Watch.Verdict> verdicts = new ArrayList<>();

    @Test
    void nobodyIsWokenWhileItLearns() {
        Watch queue = queue(true);
        minutes(queue, 120, 10);
        minutes(queue, 8, 90);

        assertThat(raised().kind()).isEqualTo("unusual");
        assertThat(raised().sentence()).endsWith("learning, 2 days left");
    }

    @Test
    void whoWantsToBeWokenIsWokenWhenItHasLearned() {
        Watch queue = queue(true);
        minutes(queue, THREE_DAYS, 10);
        minutes(queue, 8, 90);

        assertThat(raised().kind()).isEqualTo("anomaly");
    }

    @Test
    void elseItCanWaitAndIsOverWhenItIsAsBefore() {
        Watch queue = queue(false);
        minutes(queue, THREE_DAYS, 10);
        minutes(queue, 8, 90);
        assertThat(raised().kind()).isEqualTo("unusual");
        assertThat(raised().canWait()).isTrue();

        minutes(queue, 8, 10);

        assertThat(verdicts.getLast())
                .isInstanceOfSatisfying(
                        Watch.Verdict.Cleared.class,
                        cleared ->
                                assertThat(cleared.findingKey())
                                        .isEqualTo("unusual@hop:mail/relay#queue"));
    }

    @Test
    void aPastThatWasStoredIsKnownAgain() {
        Watch queue = queue(true);
        Instant begin = now;
        now = now.plus(Duration.ofDays(3));
        for (int minute = 0; minute < THREE_DAYS; minute++) {
            double sum = 60 + minute % 3;
            queue.restoreMinute(new Bucket(begin.plusSeconds(60L * minute), sum, sum, 6), now);
        }

        minutes(queue, 8, 90);

        assertThat(raised().kind()).isEqualTo("anomaly");
        assertThat(raised().sentence()).startsWith("Queue length: 90, usually 10 to 10.3;");
    }

    @Test
    void whatWokeSomebodyBeforeARestartIsClearedUnderItsName() {
        Watch queue = queue(true);
        queue.restoreFiring("anomaly@hop:mail/relay#queue");
        minutes(queue, 80, 10);

        assertThat(verdicts)
                .singleElement()
                .isInstanceOfSatisfying(
                        Watch.Verdict.Cleared.class,
                        cleared ->
                                assertThat(cleared.findingKey())
                                        .isEqualTo("anomaly@hop:mail/relay#queue"));
    }

    private Finding raised() {
        return ((Watch.Verdict.Raised) verdicts.getFirst()).finding();
    }

    /** Read six times a minute. */
    private void minutes(Watch watch, int minutes, double value) {
        for (int read = 0; read < 6 * minutes; read++) {
            now = now.plusSeconds(10);
            watch.accept(new Sample(now, now, value, value));
            verdicts.addAll(watch.judge(now));
        }
    }

    private static Watch queue(boolean page) {
        return new Watch(
                new Indicator(
                        "queue",
                        "Queue length",
                        Ref.parse("hop:mail/relay"),
                        Layer.PRODUCT,
                        Function.PLATFORM,
                        new Measure.Gauge("queue.length", Map.of()),
                        Optional.empty(),
                        List.of(new Rule.Unusual(page, Optional.empty())),
                        false));
    }
}
