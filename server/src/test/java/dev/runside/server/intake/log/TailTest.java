package dev.runside.server.intake.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.engine.SignalLog.Logged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TailTest {

    private final Tail tail = new Tail(4, 10_000);

    @Test
    void beforeAnythingIsWrittenTheDatabaseIsAsked() {
        assertThat(tail.after(0, 10)).isEmpty();
    }

    @Test
    void whatWasWrittenSinceTheStartIsReadInOrderAndNoMoreThanAsked() {
        tail.add(entries(11, 12));
        tail.add(entries(14, 15));

        assertThat(tail.after(10, 3)).contains(List.of(entry(11), entry(12), entry(14)));
        assertThat(tail.after(14, 3)).contains(entries(15, 15));
        assertThat(tail.after(15, 3)).contains(List.of());
    }

    @Test
    void whatWasThereBeforeIsAskedOfTheDatabase() {
        tail.add(entries(11, 12));

        assertThat(tail.after(9, 10)).isEmpty();
    }

    @Test
    void aReaderThatLagsTooFarAsksTheDatabaseUntilItHasCaughtUp() {
        tail.add(entries(1, 6));

        assertThat(tail.after(0, 10)).isEmpty();
        assertThat(tail.after(1, 10)).isEmpty();
        assertThat(tail.after(2, 10)).contains(entries(3, 6));
    }

    @Test
    void ofLargeOnesFewerAreKept() {
        tail.add(List.of(entry(1, 4_000), entry(2, 4_000), entry(3, 4_000)));

        assertThat(tail.after(0, 10)).isEmpty();
        assertThat(tail.after(1, 10).orElseThrow()).hasSize(2);
        assertThat(tail.after(3, 10)).contains(List.of());
        tail.add(List.of(entry(4, 11_000)));
        assertThat(tail.after(3, 10)).isEmpty();
        tail.add(List.of(entry(5, 9_000)));
        assertThat(tail.after(4, 10).orElseThrow()).hasSize(1);
    }

    private static List<Logged> entries(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(TailTest::entry).toList();
    }

    private static Logged entry(long sequence) {
        return entry(sequence, 0);
    }

    private static Logged entry(long sequence, int characters) {
        return new Logged(
                sequence,
                new Signal(
                        "s" + sequence,
                        Ref.parse("source:tail"),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        "note",
                        Optional.empty(),
                        Severity.INFO,
                        "said",
                        Map.of("words", "w".repeat(characters)),
                        "f"));
    }
}
