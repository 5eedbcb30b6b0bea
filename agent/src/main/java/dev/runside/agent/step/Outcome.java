package dev.runside.agent.step;

import java.util.Locale;

/** How a step ended. */
public enum Outcome {
    DONE,
    FAILED,
    /** It was begun, and nobody can say how far it came. */
    UNKNOWN,
    /** It was not begun. */
    REFUSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
