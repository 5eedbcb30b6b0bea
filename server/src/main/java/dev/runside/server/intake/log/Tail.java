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
    private final long mostCharacters;
    private long characters;
    private final ArrayDeque<Logged> entries = new ArrayDeque<>();

    /** All that has been added after this number is here. */
    private long from = Long.MAX_VALUE;

    /**
     * @param most entries, and of how many characters together
     */
    Tail(int most, long mostCharacters) {
        this.most = most;
        this.mostCharacters = mostCharacters;
    }

    /** Committed, in the order of the log. */
    synchronized void add(List<Logged> committed) {
        if (committed.isEmpty()) {
            return;
        }
        from = Math.min(from, committed.getFirst().sequence() - 1);
        for (Logged each : committed) {
            entries.add(each);
            characters += each.characters();
        }
        while (entries.size() > most || characters > mostCharacters) {
            removeFirst();
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
            removeFirst();
        }
        return Optional.of(entries.stream().limit(atMost).toList());
    }

    private void removeFirst() {
        Logged first = entries.remove();
        from = first.sequence();
        characters -= first.characters();
    }
}
