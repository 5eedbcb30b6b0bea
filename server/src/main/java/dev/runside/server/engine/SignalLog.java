package dev.runside.server.engine;

import dev.runside.core.signal.Signal;
import java.util.List;
import java.util.Map;

/**
 * The durable log of signals that the engine reads in order: new ones as they are appended, the
 * rest of them after a restart.
 */
public interface SignalLog {

    /**
     * @param sequence rises by commit order, without a gap that is filled later
     */
    record Logged(long sequence, Signal signal) {

        /** What its texts take in memory, about. */
        public long characters() {
            long characters = signal.title().length() + signal.fingerprint().length();
            for (Map.Entry<String, String> each : signal.attributes().entrySet()) {
                characters += each.getKey().length() + each.getValue().length();
            }
            return characters;
        }
    }

    /**
     * The oldest signals after a sequence number, at most so many. Fewer, and at least one, where
     * they are large: only an empty answer says that there are no more.
     */
    List<Logged> after(long sequence, int most);
}
