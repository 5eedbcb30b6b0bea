package dev.runside.core.triage;

import dev.runside.core.state.Entry;

/** The last number given out of a kind. */
public record Counter(String name, long last) implements Entry {

    @Override
    public String key() {
        return name;
    }

    long next() {
        return last + 1;
    }
}
