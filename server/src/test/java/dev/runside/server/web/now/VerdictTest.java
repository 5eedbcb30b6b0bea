package dev.runside.server.web.now;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Layer;
import dev.runside.core.triage.Finding;
import dev.runside.core.watch.Bucket;
import dev.runside.server.web.picture.Gauge;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final Ref MAIL = Ref.parse("product:mail");
    private static final int MINUTE = 6;

    @Test
    void lessThanFourFifthsOfTheHalfHourBeforeIsBelowUsual() {
        Verdict verdict = rate(300, 30, 138);

        assertThat(verdict).isEqualTo(new Verdict("below usual: 1,800 a minute", "bad"));
        assertThat(verdict.sign()).isEqualTo("warn");
    }

    @Test
    void aboutAsMuchAsBeforeIsAsUsual() {
        assertThat(rate(300, 30, 250)).isEqualTo(new Verdict("as usual", "good"));
    }

    @Test
    void withHardlyAnythingBeforeNothingIsCalledUsual() {
        Verdict verdict = rate(300, 3, 138);

        assertThat(verdict.words()).isEqualTo("too early to say what is usual");
        assertThat(verdict.tone()).isNotEqualTo("good");
    }

    @Test
    void whatItsOwnRuleFoundComesFirst() {
        Finding finding =
                Finding.event(
                        "outcome-stalled",
                        MAIL,
                        "",
                        Layer.OUTCOME,
                        Function.DEVELOPMENT,
                        NOW,
                        NOW,
                        "Mails sent: 1,500 a minute, usually 1,800");

        assertThat(Verdict.of(mails(), gauge(mails(), 300, 30, 250), Optional.of(finding)))
                .isEqualTo(new Verdict("Mails sent: 1,500 a minute, usually 1,800", "bad"));
    }

    @Test
    void aShareIsComparedWithItsAim() {
        Indicator answers =
                indicator(new Measure.Ratio("answers", Map.of(), Map.of()), Optional.of(0.9));

        assertThat(Verdict.of(answers, gauge(answers, 10, 30, 10), Optional.empty()))
                .isEqualTo(new Verdict("below its aim of 90 %", "bad"));
    }

    private static Verdict rate(double usual, int bucketsBefore, double lately) {
        return Verdict.of(mails(), gauge(mails(), usual, bucketsBefore, lately), Optional.empty());
    }

    /** Half of the events are good. */
    private static Gauge gauge(Indicator of, double usual, int bucketsBefore, double lately) {
        List<Bucket> buckets =
                IntStream.rangeClosed(1, bucketsBefore + MINUTE)
                        .mapToObj(ago -> {
                            double total = ago <= MINUTE ? lately : usual;
                            return new Bucket(NOW.minusSeconds(10L * ago), total / 2, total, 10);
                        })
                        .toList();
        return Gauge.of(of, buckets, NOW);
    }

    private static Indicator mails() {
        return indicator(new Measure.Rate("mail.sent", Map.of()), Optional.empty());
    }

    private static Indicator indicator(Measure measure, Optional<Double> aim) {
        return new Indicator(
                "mails-sent",
                "Mails sent",
                MAIL,
                Layer.OUTCOME,
                Function.DEVELOPMENT,
                measure,
                aim,
                List.of(),
                true);
    }
}
