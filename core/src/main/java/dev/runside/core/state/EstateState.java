package dev.runside.core.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of an estate. Changed only by applying committed writes, by the one thread that
 * owns it.
 */
public final class EstateState {

    private final Map<Class<? extends Entry>, Map<String, Entry>> entries = new HashMap<>();

    public void apply(List<Write> writes) {
        for (Write write : writes) {
            switch (write) {
                case Write.Put put ->
                        entries.computeIfAbsent(put.entry().getClass(), _ -> new LinkedHashMap<>())
                                .put(put.entry().key(), put.entry());
                case Write.Remove remove ->
                        entries.getOrDefault(remove.type(), new HashMap<>()).remove(remove.key());
            }
        }
    }

    Collection<Entry> all(Class<? extends Entry> type) {
        return entries.getOrDefault(type, Map.of()).values();
    }

    @org.jspecify.annotations.Nullable
    Entry get(Class<? extends Entry> type, String key) {
        return entries.getOrDefault(type, Map.of()).get(key);
    }

    /** A working copy for one decision. */
    public Draft draft(Moment moment) {
        return new Draft(this, moment);
    }
}
