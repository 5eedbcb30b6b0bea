package dev.runside.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.catalog.Layer;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Product;
import dev.runside.core.replay.Replayed.Outcome;
import dev.runside.core.signal.Signal;
import dev.runside.core.triage.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Recorded metrics and tickets feed the same watches as in the server. */
class ReplayMetricsTest {

    private static final Instant START = Instant.parse("2026-02-01T03:00:00Z");
    private static final Ref ADA = Ref.parse("user:ada");
    private static final Ref MAIL = Ref.parse("product:mail");
    private static final Ref RELAY = Ref.parse("hop:mail/relay");

    private final List<Signal> signals = new ArrayList<>();
    private final Random chance = new Random(11);

    @Test
    void samplesOfAnIndicatorAreJudgedByItsRules() {
        for (int second = 0; second < 120; second++) {
            int bad = second < 60 ? 0 : 20;
            tell(
                    "metric",
                    Duration.ofSeconds(second),
                    Map.of(
                            "indicator", "relay-answers",
                            "good", Integer.toString(40 - bad),
                            "total", "40"));
        }

        Outcome only = replay().incidents().getFirst();

        assertThat(kinds(only)).containsExactly("errors");
        assertThat(only.pages()).hasSize(1);
        assertThat(only.incident().times().startedAt()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void aMetricThatNobodyDefinedIsComparedWithItsOwnPastAndWakesNobody() {
        minutes("relay.queue", 3 * 1_440, 15);
        minutes("relay.queue", 10, 400);

        Outcome only = replay().incidents().getFirst();

        assertThat(kinds(only)).containsExactly("unusual");
        assertThat(only.members().getFirst().finding().indicator())
                .contains("relay.queue@hop:mail/relay");
        assertThat(only.pages()).isEmpty();
        assertThat(replay()).isEqualTo(replay());
    }

    @Test
    void itIsEvidenceOfAnIncidentThatPages() {
        minutes("relay.queue", 3 * 1_440, 15);
        minutes("relay.queue", 10, 400);
        tell(
                "alert",
                Duration.ofMinutes(3 * 1_440 + 5),
                Map.of("alertname", "Errors", "state", "firing"));

        List<Outcome> incidents = replay().incidents();

        assertThat(incidents).hasSize(1);
        assertThat(kinds(incidents.getFirst())).containsExactlyInAnyOrder("unusual", "alert");
        assertThat(incidents.getFirst().pages()).hasSize(1);
    }

    @Test
    void aDefinedRateCountsTheMetricAndASurgeOfTicketsIsFound() {
        for (int minute = 0; minute < 30; minute++) {
            tell("metric", Duration.ofMinutes(minute), Map.of("metric", "sent", "value", "60"));
        }
        for (int ticket = 0; ticket < 8; ticket++) {
            tell("ticket", Duration.ofMinutes(30).plusSeconds(ticket), Map.of());
        }

        assertThat(replay().incidents().stream().flatMap(ReplayMetricsTest::found))
                .containsExactly("ticket-surge");
    }

    private void minutes(String metric, int count, double level) {
        int from = (int) signals.stream().filter(each -> each.kind().equals("metric")).count();
        for (int minute = from; minute < from + count; minute++) {
            String value = Double.toString(level + chance.nextGaussian());
            tell(
                    "metric",
                    Duration.ofMinutes(minute).plusSeconds(7),
                    Map.of("metric", metric, "value", value));
        }
    }

    private void tell(String kind, Duration after, Map<String, String> attributes) {
        Instant time = START.plus(after);
        signals.add(
                new Signal(
                        kind + signals.size(),
                        Ref.parse("source:test"),
                        time,
                        time,
                        kind,
                        Optional.of(RELAY),
                        Signal.Severity.INFO,
                        kind,
                        attributes,
                        kind));
    }

    private Replayed replay() {
        return Replay.of(
                catalog(), signals.stream().sorted(Comparator.comparing(Signal::time)).toList());
    }

    private static List<String> kinds(Outcome outcome) {
        return found(outcome).toList();
    }

    private static Stream<String> found(Outcome outcome) {
        return outcome.members().stream().map(Replayed.Member::finding).map(Finding::kind);
    }

    private static Catalog catalog() {
        Product.Hop relay = new Product.Hop(RELAY, Function.PLATFORM, "relay", Optional.empty());
        return Catalog.of(
                List.of(new Person(ADA, "Ada", Set.of())),
                List.of(
                        new Product(
                                MAIL,
                                "Mail",
                                Optional.of(ADA),
                                Optional.empty(),
                                false,
                                List.of(relay),
                                List.of())),
                List.of(),
                List.of(
                        new Flow(
                                Ref.parse("flow:send"),
                                "Send",
                                MAIL,
                                Optional.empty(),
                                List.of(RELAY),
                                true)),
                List.of(),
                List.of(),
                List.of(
                        indicator(
                                "relay-answers",
                                RELAY,
                                new Measure.Ratio("requests", Map.of(), Map.of("status", "5..")),
                                new Rule.Failing(0.2, Duration.ofSeconds(20), 30)),
                        indicator(
                                "sent",
                                MAIL,
                                new Measure.Rate("sent", Map.of()),
                                new Rule.Unusual(false, Optional.empty())),
                        indicator(
                                "mail-tickets",
                                MAIL,
                                new Measure.Tickets(),
                                new Rule.Surge(6, Duration.ofSeconds(20), 3))),
                List.of());
    }

    private static Indicator indicator(String name, Ref subject, Measure measure, Rule rule) {
        return new Indicator(
                name,
                name,
                subject,
                Layer.PRODUCT,
                Function.PLATFORM,
                measure,
                Optional.empty(),
                List.of(rule),
                false);
    }
}
