package dev.runside.core.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an estate. Changed only by applying writes, by the one thread that owns it;
 * those that could not be committed are taken back.
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

    /** What undoes writes that are not applied yet. */
    public List<Write> inverse(List<Write> writes) {
        List<Write> inverse = new ArrayList<>();
        for (Write write : writes.reversed()) {
            switch (write) {
                case Write.Put put -> inverse.add(asNow(put.entry().getClass(), put.entry().key()));
                case Write.Remove remove -> inverse.add(asNow(remove.type(), remove.key()));
            }
        }
        return inverse;
    }

    private Write asNow(Class<? extends Entry> type, String key) {
        @Nullable Entry entry = get(type, key);
        return entry == null ? new Write.Remove(type, key) : new Write.Put(entry);
    }

    Collection<Entry> all(Class<? extends Entry> type) {
        return entries.getOrDefault(type, Map.of()).values();
    }

    @Nullable Entry get(Class<? extends Entry> type, String key) {
        return entries.getOrDefault(type, Map.of()).get(key);
    }

    /** A working copy for one decision. */
    public Draft draft(Moment moment) {
        return new Draft(this, moment);
    }
}
