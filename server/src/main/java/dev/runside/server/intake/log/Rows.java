package dev.runside.server.intake.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Rows of a table beside the log; those of all callers in one commit are stored at once. */
public record Rows<T>(Table<T> table, List<T> rows) {

    /** A table whose rows are committed with signals. Its methods are called by one thread. */
    public interface Table<T> {

        /**
         * In the open transaction; of the same key the last row counts.
         *
         * @return the keys of those that are new: signals under these keys are new as well
         */
        Set<UUID> store(List<T> rows);

        /** After the commit, in the order of commits. */
        void stored(List<T> rows);
    }

    private enum Nothing implements Table<Object> {
        NOTHING;

        @Override
        public Set<UUID> store(List<Object> rows) {
            return Set.of();
        }

        @Override
        public void stored(List<Object> rows) {}
    }

    public static Rows<?> none() {
        return new Rows<>(Nothing.NOTHING, List.of());
    }

    Set<UUID> store() {
        return table.store(rows);
    }

    void stored() {
        table.stored(rows);
    }

    /** Joins the rows of its table, or begins them. */
    void addTo(List<Rows<?>> all) {
        if (rows.isEmpty()) {
            return;
        }
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at).table() == table) {
                all.set(at, with(all.get(at)));
                return;
            }
        }
        all.add(new Rows<>(table, new ArrayList<>(rows)));
    }

    @SuppressWarnings("unchecked") // Rows of one table are of one type.
    private Rows<T> with(Rows<?> earlier) {
        List<T> joined = ((Rows<T>) earlier).rows();
        joined.addAll(rows);
        return new Rows<>(table, joined);
    }
}
