package dev.runside.server.intake.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.intake.IntakeTest;
import dev.runside.server.storage.ServerClock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class PartitionsTest {

    @Autowired private Partitions partitions;
    @Autowired private Occurrences occurrences;
    @Autowired private Retention retention;
    @Autowired private ServerClock clock;

    @Test
    void theDaysToComeAreThereBeforeTheyBegin() {
        LocalDate today = Partitions.dayOf(clock.instant());

        assertThat(partitions.days())
                .contains(today, today.plusDays(1), today.plusDays(2), today.plusDays(3));
    }

    @Test
    void daysOlderThanTheLogIsKeptGoWithTheirOccurrences() {
        LocalDate today = Partitions.dayOf(clock.instant());
        LocalDate old = today.minusDays(31);
        LocalDate kept = today.minusDays(30);
        UUID forgotten = UUID.randomUUID();
        UUID remembered = UUID.randomUUID();
        List.of(old, kept).forEach(partitions::ensure);
        occurrences.add(List.of(forgotten), old);
        occurrences.add(List.of(remembered), kept);

        retention.keep();

        assertThat(partitions.days()).contains(kept).doesNotContain(old);
        assertThat(occurrences.known(List.of(forgotten, remembered))).containsExactly(remembered);
        partitions.dropBefore(today);
    }

    @Test
    void aDayMayBeEnsuredAgainAndAgain() {
        LocalDate day = Partitions.dayOf(clock.instant()).plusDays(3);
        partitions.ensure(day);
        partitions.ensure(day);

        assertThat(partitions.days()).containsOnlyOnce(day);
    }
}
