package dev.runside.server.intake.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.MailCatalog;
import dev.runside.server.intake.Sender;
import dev.runside.server.storage.ServerClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class AlertBookTest {

    private static final Ref SOURCE = Ref.parse("source:book");

    @Autowired private AlertTable table;
    @Autowired private ServerClock clock;
    @Autowired private Sender sender;

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void begin() {
        now = clock.instant();
    }

    @Test
    void aRestartedServerKnowsWhatHoldsAndWhatIsOver() {
        Occurrence open = occurrence(now.minusSeconds(60), Instant.MAX);
        Occurrence over = occurrence(now.minusSeconds(60), now).resolved(now, now);
        table.store(List.of(open, over));

        try (AlertBook book = book(10_000)) {
            Tracked known = book.find(SOURCE, open.identity()).newestOpen().orElseThrow();
            assertThat(known.occurrence()).isEqualTo(open);
            assertThat(known.heardAt()).isAfterOrEqualTo(now);
            assertThat(
                            book.find(SOURCE, over.identity())
                                    .at(over.startsAt())
                                    .orElseThrow()
                                    .occurrence()
                                    .open())
                    .isFalse();
        }
    }

    @Test
    void whatIsOverStaysOverInTheTable() {
        Occurrence open = occurrence(now.minusSeconds(60), now.plusSeconds(60));
        table.store(List.of(open.resolved(now, now)));
        table.store(List.of(open));

        try (AlertBook book = book(10_000)) {
            assertThat(book.find(SOURCE, open.identity()).newestOpen()).isEmpty();
        }
    }

    @Test
    void whatIsNotRepeatedIsStaleAndStillOpen() {
        var tracked = new Tracked(occurrence(now.minusSeconds(60), now.plusSeconds(10)), now);

        assertThat(tracked.stale(now.plusSeconds(5))).isFalse();
        assertThat(tracked.stale(now.plusSeconds(11))).isTrue();
        tracked.hear(now.plusSeconds(20), now.plusSeconds(30));
        assertThat(tracked.stale(now.plusSeconds(25))).isFalse();
        assertThat(tracked.occurrence().open()).isTrue();
    }

    @Test
    void anOccurrenceIsNewOnceAlsoWhenTheTableHasForgottenIt() {
        Occurrence over = occurrence(now.minusSeconds(60), now).resolved(now, now);

        assertThat(table.store(List.of(over, over))).containsExactly(over.key());
        assertThat(table.store(List.of(over))).isEmpty();
        table.forget(now.plusSeconds(1), now);
        try (AlertBook book = book(10_000)) {
            assertThat(book.find(SOURCE, over.identity()).occurrences()).isEmpty();
        }
        assertThat(table.store(List.of(over))).isEmpty();
    }

    @Test
    void keysOfWhatBeginsLaterComeLater() {
        UUID early = occurrence(now, Instant.MAX).key();
        UUID late = occurrence(now.plusMillis(1), Instant.MAX).key();

        assertThat(late.toString()).isGreaterThan(early.toString());
    }

    @Test
    void whenItWasHeardIsKeptToTheNanosecondAndWhatLastsForeverLasts() {
        Instant heard = Instant.parse("2026-01-05T03:00:00.123456789Z");
        var tracked = new Tracked(occurrence(heard, Instant.MAX), heard);

        assertThat(tracked.heardAt()).isEqualTo(heard);
        assertThat(tracked.until()).isEqualTo(Instant.MAX);
        assertThat(tracked.stale(heard.plusSeconds(1_000_000_000))).isFalse();
        tracked.hear(heard.minusSeconds(3_000_000_000L), heard);
        assertThat(tracked.heardAt()).isEqualTo(heard.minusSeconds(3_000_000_000L));
        assertThat(tracked.until()).isEqualTo(heard);
    }

    @Test
    void theBookHoldsNoMoreThanItMay() {
        try (AlertBook book = book(3)) {
            for (int at = 0; at < 10; at++) {
                book.stored(List.of(occurrence(now, Instant.MAX)));
            }
            assertThat(book.all()).hasSize(3);
        }
    }

    @Test
    void theBookHoldsNoMoreThanItMayHoweverMuchEachAlertSays() {
        try (AlertBook book = book(1_000, 10_000)) {
            for (int at = 0; at < 10; at++) {
                book.stored(List.of(wordy(4_000)));
            }
            assertThat(book.all()).hasSize(2);
            book.stored(List.of(wordy(11_000)));
            assertThat(book.all()).isEmpty();
            book.stored(List.of(wordy(4_000)));
            assertThat(book.all()).hasSize(1);
        }
    }

    @Test
    void aRestartedServerReadsTheNewestAndNoMoreThanTheBookHolds() {
        Occurrence older = wordy(4_000);
        Occurrence newer = wordy(4_000).raised(now.plusSeconds(3_600));
        table.store(List.of(older, newer));

        assertThat(table.load(now.minusSeconds(60), now, 1_000, 5_000))
                .extracting(Occurrence::key)
                .contains(newer.key())
                .doesNotContain(older.key());
    }

    private Occurrence wordy(int characters) {
        Occurrence plain = occurrence(now, Instant.MAX);
        LabelSet words = LabelSet.of(Map.of("description", "w".repeat(characters)));
        return new Occurrence(
                plain.key(),
                SOURCE,
                plain.identity(),
                plain.labels(),
                words,
                "",
                now,
                Optional.empty(),
                plain.subject(),
                "",
                Optional.empty(),
                Optional.empty(),
                now,
                Instant.MAX);
    }

    private AlertBook book(int most) {
        return book(most, 100_000_000);
    }

    private AlertBook book(int most, long characters) {
        return new AlertBook(table, clock, new SimpleMeterRegistry(), most, characters);
    }

    private Occurrence occurrence(Instant startsAt, Instant until) {
        LabelSet labels = LabelSet.of(Map.of("alertname", sender.unique("Book")));
        return new Occurrence(
                Occurrence.key(SOURCE, labels, startsAt),
                SOURCE,
                labels,
                labels,
                LabelSet.of(Map.of("summary", "it is")),
                "",
                startsAt,
                Optional.empty(),
                Optional.of(MailCatalog.RELAY),
                "",
                Optional.empty(),
                Optional.empty(),
                now,
                until);
    }
}
