package dev.runside.server.intake.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.engine.SignalLog.Logged;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.storage.ServerClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits to be judged is read in portions that fit into the memory. */
@IntakeTest
class LargeSignalsTest {

    @Autowired private SignalWriter writer;
    @Autowired private SignalTable table;
    @Autowired private ServerClock clock;
    @Autowired private Sender sender;
    @Autowired private JdbcClient database;

    @Test
    void whatWaitsIsReadInPortionsOfASizeAndNothingIsLeftOut() {
        long before =
                database.sql("select coalesce(max(sequence), 0) from signal")
                        .query(Long.class)
                        .single();
        writer.write(List.of(large(), large(), large()));

        List<Logged> two = table.stored(before, 10, 9_000);
        assertThat(two).hasSize(2);
        assertThat(table.stored(two.getLast().sequence(), 10, 9_000)).isNotEmpty();
        assertThat(table.stored(before, 10, 10)).hasSize(1);
    }

    private Signal large() {
        Instant now = clock.instant();
        return new Signal(
                sender.unique("large"),
                Ref.parse("source:large"),
                now,
                now,
                "note",
                Optional.empty(),
                Severity.INFO,
                "said",
                Map.of("words", "w".repeat(4_000)),
                "f");
    }
}
