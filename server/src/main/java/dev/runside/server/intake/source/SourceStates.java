package dev.runside.server.intake.source;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.server.intake.log.SignalWriter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Says as a signal what is wrong with a source: once, and once when it is over. The signal is
 * durable before it counts as said; said twice it is one finding.
 */
@Component
@DependsOnDatabaseInitialization
class SourceStates {

    private static final Ref INTAKE = new Ref("system", "runside");

    private final SignalWriter writer;
    private final SourceTable table;
    private final Set<Told> told;

    SourceStates(SignalWriter writer, SourceTable table) {
        this.writer = writer;
        this.table = table;
        this.told = new HashSet<>(table.told());
    }

    synchronized List<Told> told(Ref source) {
        return told.stream().filter(each -> each.source().equals(source)).toList();
    }

    synchronized void holds(Told what, Instant since, Instant now, String sentence) {
        if (!told.contains(what)) {
            writer.write(List.of(signal(what, "firing", since, now, sentence)));
            table.tell(what, since);
            told.add(what);
        }
    }

    synchronized void over(Told what, Instant now, String sentence) {
        if (told.contains(what)) {
            writer.write(List.of(signal(what, "resolved", now, now, sentence)));
            table.over(what);
            told.remove(what);
        }
    }

    private static Signal signal(
            Told what, String state, Instant time, Instant now, String sentence) {
        String condition = what.condition().word();
        return new Signal(
                String.join(
                        " ",
                        condition,
                        state,
                        what.source().toString(),
                        what.subject().toString(),
                        String.valueOf(now.toEpochMilli())),
                INTAKE,
                time,
                now,
                "source-state",
                Optional.of(what.subject()),
                Signal.Severity.WARNING,
                sentence,
                Map.of("condition", condition, "state", state, "source", what.source().toString()),
                condition + " " + what.source() + " " + what.subject());
    }
}
