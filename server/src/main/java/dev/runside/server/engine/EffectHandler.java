package dev.runside.server.engine;

import dev.runside.core.state.Effect;
import java.time.Instant;

/** A room that carries effects out. */
public interface EffectHandler {

    /** Within the transaction of the decision: writes down what has to survive. */
    default void record(Effect effect, Instant now) {}

    /** After the commit, on the engine's thread: must return at once. */
    default void perform(Effect effect) {}
}
