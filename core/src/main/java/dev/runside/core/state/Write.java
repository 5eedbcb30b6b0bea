package dev.runside.core.state;

/** One change of the state. */
public sealed interface Write {

    record Put(Entry entry) implements Write {}

    record Remove(Class<? extends Entry> type, String key) implements Write {}
}
