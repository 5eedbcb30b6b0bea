package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.state.Entry;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A column that a data set had when it was read and has no longer, or not as it was.
 *
 * @param type what it was
 * @param now what it is; empty where it is gone
 * @param at when that was first seen, by its source's clock
 * @param coped hops whose runs were through since: they do without it
 */
public record LostColumn(
        String dataset, String column, String type, String now, Instant at, Set<Ref> coped)
        implements Entry {

    public LostColumn {
        coped = Collections.unmodifiableSet(new TreeSet<>(coped));
    }

    @Override
    public String key() {
        return key(dataset, column);
    }

    static String key(String dataset, String column) {
        return dataset + "." + column;
    }

    /** The hop does without it. */
    LostColumn copedBy(Ref hop) {
        Set<Ref> all = new TreeSet<>(coped);
        all.add(hop);
        return new LostColumn(dataset, column, type, now, at, all);
    }

    /** As in {@code mails lost the column channel (text)}. */
    String sentence() {
        return now.isEmpty()
                ? "%s lost the column %s (%s)".formatted(dataset, column, type)
                : "%s has another type of the column %s (%s, was %s)"
                        .formatted(dataset, column, now, type);
    }
}
