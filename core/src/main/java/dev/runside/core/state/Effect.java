package dev.runside.core.state;

import dev.runside.core.Ref;
import java.time.Instant;
import java.util.Set;

/**
 * What the shell has to do once the decision is committed. Each may be carried out again after a
 * crash, under the same key.
 */
public sealed interface Effect {

    /** Tell people. The key makes a repeat harmless. */
    record Notify(
            String key,
            String page,
            String incident,
            Set<Ref> people,
            Urgency urgency,
            String title,
            String text)
            implements Effect {
        public Notify {
            people = Set.copyOf(people);
        }
    }

    /** A page wants an answer; information wants none. */
    enum Urgency {
        PAGE,
        INFORM
    }

    /** Count an indicator's events from an instant on, for the run that verifies by it. */
    record Measure(String run, String indicator, Instant from) implements Effect {}

    /** Read what the tickets about the subject say since then, and say what they are about. */
    record ReadTickets(String finding, Ref subject, Instant from) implements Effect {}

    /** Counting for this run is over. */
    record StopMeasuring(String run) implements Effect {}
}
