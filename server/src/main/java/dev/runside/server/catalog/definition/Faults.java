package dev.runside.server.catalog.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong, so that all of it is said at once. */
public final class Faults {

    private final List<Fault> all = new ArrayList<>();

    public void add(Fault fault) {
        all.add(fault);
    }

    public int count() {
        return all.size();
    }

    /** In the order of files and lines. */
    public List<Fault> sorted() {
        return all.stream()
                .sorted(Comparator.comparing(Fault::file).thenComparing(Fault::line))
                .toList();
    }
}
