package dev.runside.bench.heal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.bench.heal.fleet.Fleet;
import dev.runside.bench.heal.fleet.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir private Path folder;
    private final Ledger ledger = new Ledger();
    private Fleet fleet;
    private Service first;

    @BeforeEach
    void layOut() throws IOException {
        fleet = Fleet.in(folder, 2);
        first = fleet.services().getFirst();
    }

    @Test
    void aRemedyBelongsToWhatWasDoneLastToItsService() throws IOException {
        Deed pause = ledger.add(Deed.Kind.PAUSE, first, NOON);
        Deed kill = ledger.add(Deed.Kind.KILL, first, NOON.plusSeconds(60));
        remedyAt(NOON.plusSeconds(3));
        remedyAt(NOON.plusSeconds(61));

        assertThat(ledger.remediesOf(pause)).containsExactly(NOON.plusSeconds(3));
        assertThat(ledger.remediesOf(kill)).containsExactly(NOON.plusSeconds(61));
        assertThat(ledger.remedies())
                .containsEntry(Deed.Kind.PAUSE, 1)
                .containsEntry(Deed.Kind.KILL, 1)
                .containsEntry(Deed.Kind.STOP, 0)
                .containsEntry(Deed.Kind.DEPLOY, 0);
        assertThat(ledger.unasked(fleet.services())).isZero();
    }

    @Test
    void aRemedyBeforeAnythingWasDoneIsUnasked() throws IOException {
        remedyAt(NOON);
        ledger.add(Deed.Kind.KILL, first, NOON.plusSeconds(1));

        assertThat(ledger.unasked(fleet.services())).isEqualTo(1);
    }

    @Test
    void aLineThatIsBeingWrittenIsNotRead() throws IOException {
        remedyAt(NOON);
        Files.writeString(first.remedies().file(), "17", StandardOpenOption.APPEND);

        assertThat(first.remedies().all()).containsExactly(NOON);
    }

    private void remedyAt(Instant moment) throws IOException {
        Files.writeString(
                first.remedies().file(),
                moment.getEpochSecond() + "000000000\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
