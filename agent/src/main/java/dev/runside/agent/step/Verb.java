package dev.runside.agent.step;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done with a service. */
public enum Verb {
    STATUS,
    RESTART,
    START,
    STOP;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Verb> find(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }
}
