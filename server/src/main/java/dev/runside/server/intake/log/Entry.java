package dev.runside.server.intake.log;

import dev.runside.core.signal.Signal;
import java.util.List;

/** What one caller has stored: signals, and the rows that stand or fall with them. */
public record Entry(List<Signal> signals, Rows<?> rows) {

    public Entry {
        signals = List.copyOf(signals);
    }

    int weight() {
        return Math.max(signals.size(), rows.rows().size());
    }
}
