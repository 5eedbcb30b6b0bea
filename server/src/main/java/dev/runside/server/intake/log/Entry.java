package dev.runside.server.intake.log;

import dev.runside.core.signal.Signal;
import java.util.List;

/** What one caller has stored: signals, and the rows that stand or fall with them. */
public record Entry(List<Told> told, Rows<?> rows) {

    public Entry {
        told = List.copyOf(told);
    }

    /** Signals that are told apart by their ids. */
    public static Entry of(List<Signal> signals, Rows<?> rows) {
        return new Entry(signals.stream().map(Told::byId).toList(), rows);
    }

    int weight() {
        return Math.max(told.size(), rows.rows().size());
    }
}
