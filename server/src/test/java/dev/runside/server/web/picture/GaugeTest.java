package dev.runside.server.web.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Layer;
import dev.runside.core.watch.Bucket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GaugeTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:03Z");
    private static final Measure RATE = new Measure.Rate("sent", Map.of());
    private static final Measure RATIO = new Measure.Ratio("requests", Map.of(), Map.of());

    @Test
    void aRateIsSaidPerMinuteFromTheWholeBucketsOfTheLastMinute() {
        List<Bucket> buckets =
                Stream.concat(
                                minute().map(start -> new Bucket(start, 300, 300, 10)),
                                Stream.of(new Bucket(at(0), 9_000, 9_000, 1)))
                        .toList();

        Gauge gauge = Gauge.of(indicator(RATE), buckets, NOW);

        assertThat(gauge.value()).isEqualTo("1,800");
        assertThat(gauge.unit()).isEqualTo("a minute");
        assertThat(gauge.known()).isTrue();
        assertThat(gauge.points()).hasSize(180).last().isEqualTo(1_800.0);
    }

    @Test
    void aRatioIsSaidAsTheShareOfGoodWithItsAim() {
        List<Bucket> buckets = minute().map(start -> new Bucket(start, 95, 100, 10)).toList();

        Gauge gauge = Gauge.of(indicator(RATIO), buckets, NOW);

        assertThat(gauge.value()).isEqualTo("95.0 %");
        assertThat(gauge.scale().aim()).contains(99.0);
        assertThat(gauge.trace(100, 40).aim()).isNotEmpty();
    }

    @Test
    void aMinuteWithoutCountsIsUnknownAndNotNothing() {
        List<Bucket> old = List.of(new Bucket(at(-60), 300, 300, 10));

        Gauge gauge = Gauge.of(indicator(RATE), old, NOW);

        assertThat(gauge.known()).isFalse();
        assertThat(gauge.value()).isEqualTo("–");
        assertThat(gauge.trace(100, 40).ends()).isFalse();
    }

    @Test
    void whereNoTicketCameNoneWasWritten() {
        Gauge gauge = Gauge.of(indicator(new Measure.Tickets()), List.of(), NOW);

        assertThat(gauge.value()).isEqualTo("0");
    }

    private static Stream<Instant> minute() {
        return IntStream.rangeClosed(1, 6).mapToObj(back -> at(-back));
    }

    private static Instant at(int bucket) {
        return Instant.parse("2026-03-04T12:00:00Z").plusSeconds(10L * bucket);
    }

    private static Indicator indicator(Measure measure) {
        return new Indicator(
                "x",
                "X",
                Ref.parse("product:mail"),
                Layer.OUTCOME,
                Function.DEVELOPMENT,
                measure,
                Optional.of(0.99),
                List.of(),
                true);
    }
}
