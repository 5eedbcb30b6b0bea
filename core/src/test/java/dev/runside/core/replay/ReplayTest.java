package dev.runside.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Product;
import dev.runside.core.replay.Replayed.Outcome;
import dev.runside.core.signal.Signal;
import dev.runside.core.triage.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Recorded signals in virtual time. */
class ReplayTest {

    private static final Instant START = Instant.parse("2026-02-01T03:00:00Z");
    private static final Ref PRODUCT = Ref.parse("product:mail");

    /** Three trees of hops: of each, every hop but the first calls the one half its number. */
    private static final int TREES = 3;

    private static final int HOPS = 66;

    private final List<Signal> signals = new ArrayList<>();

    @Test
    void aStormFromThreeCausesIsThreeIncidentsAndThreePages() {
        Random random = new Random(5);
        for (int alert = 0; alert < 20_000; alert++) {
            int tree = alert % TREES;
            int hop = 1 + random.nextInt(HOPS);
            Duration after = Duration.ofMillis(200L * hop + random.nextInt(45_000));
            fires("a" + alert, hop(tree, hop), after, "HighErrorRate");
        }
        for (int tree = 0; tree < TREES; tree++) {
            fires("root" + tree, hop(tree, 1), Duration.ofSeconds(2), "Down");
        }

        Replayed replayed = replay();

        assertThat(replayed.incidents()).hasSize(TREES);
        assertThat(replayed.incidents())
                .allSatisfy(outcome -> assertThat(outcome.pages()).hasSize(1));
        assertThat(replayed.incidents())
                .extracting(outcome -> outcome.incident().judgement().suspect())
                .containsExactlyInAnyOrder(hop(0, 1), hop(1, 1), hop(2, 1));
        assertThat(members(replayed)).hasSameSizeAs(signals);
    }

    @Test
    void theSameSignalsGiveTheSameAnswer() {
        fires("one", hop(0, 4), Duration.ZERO, "Errors");
        fires("two", hop(0, 2), Duration.ofSeconds(20), "Errors");
        fires("three", hop(1, 2), Duration.ofSeconds(40), "Errors");

        assertThat(replay()).isEqualTo(replay());
    }

    @Test
    void anIncidentNamesWhatRaisedItAndWhatEndedIt() {
        fires("one", hop(0, 4), Duration.ZERO, "Errors");
        ends("two", hop(0, 4), Duration.ofMinutes(5), "Errors");

        Outcome only = replay().incidents().getFirst();

        assertThat(only.members()).hasSize(1);
        assertThat(only.members().getFirst().raisedBy()).containsExactly("one");
        assertThat(only.members().getFirst().endedBy()).containsExactly("two");
        assertThat(only.incident().state()).isEqualTo(Incident.State.RECOVERED);
        assertThat(only.incident().times().recoveredAt())
                .hasValue(START.plus(Duration.ofMinutes(5)).plusSeconds(1));
    }

    @Test
    void aPageGoesOutWhenTheSuspectHasSettledThoughNothingElseHappens() {
        fires("one", hop(0, 4), Duration.ZERO, "Errors");

        Outcome only = replay().incidents().getFirst();

        assertThat(only.pages().getFirst().sentAt())
                .hasValueSatisfying(sent ->
                        assertThat(Duration.between(START, sent))
                                .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(17)));
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(replay()).isEqualTo(new Replayed(0, List.of()));
    }

    private Replayed replay() {
        return Replay.of(
                catalog(), signals.stream().sorted(Comparator.comparing(Signal::time)).toList());
    }

    private static Set<String> members(Replayed replayed) {
        Set<String> members = new HashSet<>();
        replayed.incidents()
                .forEach(outcome ->
                        outcome.members().forEach(member -> members.addAll(member.raisedBy())));
        return members;
    }

    private void fires(String id, Ref subject, Duration after, String name) {
        signals.add(alert(id, subject, after, name, "firing"));
    }

    private void ends(String id, Ref subject, Duration after, String name) {
        signals.add(alert(id, subject, after, name, "resolved"));
    }

    private static Signal alert(String id, Ref subject, Duration after, String name, String state) {
        Instant time = START.plus(after);
        return new Signal(
                id,
                Ref.parse("source:test"),
                time,
                time,
                "alert",
                Optional.of(subject),
                Signal.Severity.CRITICAL,
                name,
                Map.of("alertname", name, "state", state),
                name + subject);
    }

    private static Ref hop(int tree, int number) {
        return Ref.parse("hop:mail/t" + tree + "-" + number);
    }

    private static Catalog catalog() {
        Ref owner = Ref.parse("user:ada");
        List<Product.Hop> hops = new ArrayList<>();
        List<Flow> flows = new ArrayList<>();
        for (int tree = 0; tree < TREES; tree++) {
            for (int number = 1; number <= HOPS; number++) {
                Ref hop = hop(tree, number);
                hops.add(new Product.Hop(hop, Function.DEVELOPMENT, hop.name(), Optional.empty()));
            }
            int here = tree;
            IntStream.rangeClosed(2, HOPS)
                    .forEach(number ->
                            flows.add(
                                    new Flow(
                                            Ref.parse("flow:f" + here + "-" + number),
                                            "",
                                            PRODUCT,
                                            Optional.empty(),
                                            List.of(hop(here, number), hop(here, number / 2)),
                                            true)));
        }
        Product product =
                new Product(
                        PRODUCT,
                        "Mail",
                        Optional.of(owner),
                        Optional.empty(),
                        false,
                        hops,
                        List.of());
        return Catalog.of(
                List.of(new Person(owner, "Ada", Set.of())),
                List.of(product),
                List.of(),
                flows,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
