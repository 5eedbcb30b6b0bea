package dev.runside.server.intake.log;

import dev.runside.server.engine.SignalLog.Logged;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * The end of the log in memory, for a reader that keeps up: what was just written need not be
 * fetched and parsed again. One writer adds, after each commit.
 */
final class Tail {

    private final int most;
    private final ArrayDeque<Logged> entries = new ArrayDeque<>();

    /** All that has been added after this number is here. */
    private long from = Long.MAX_VALUE;

    Tail(int most) {
        this.most = most;
    }

    /** Committed, in the order of the log. */
    synchronized void add(List<Logged> committed) {
        if (committed.isEmpty()) {
            return;
        }
        from = Math.min(from, committed.getFirst().sequence() - 1);
        entries.addAll(committed);
        while (entries.size() > most) {
            from = entries.remove().sequence();
        }
    }

    /**
     * Absent where the database has to be asked. What was read before is let go: there is one
     * reader.
     */
    synchronized Optional<List<Logged>> after(long sequence, int atMost) {
        if (sequence < from) {
            return Optional.empty();
        }
        while (!entries.isEmpty() && entries.peek().sequence() <= sequence) {
            from = entries.remove().sequence();
        }
        return Optional.of(entries.stream().limit(atMost).toList());
    }
}
