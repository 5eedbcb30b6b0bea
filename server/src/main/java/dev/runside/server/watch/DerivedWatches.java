package dev.runside.server.watch;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.watch.feed.Derived;
import dev.runside.server.watch.DerivedTable.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which indicators there are that nobody defined, and of whom. Under the lock of its room. */
@Component
class DerivedWatches {

    private final DerivedTable table;
    private final Map<String, Derived> byName = new LinkedHashMap<>();
    private final Map<Ref, Integer> bySource = new HashMap<>();
    private boolean read;

    DerivedWatches(DerivedTable table) {
        this.table = table;
    }

    /** Of what the catalog knows. */
    List<Indicator> indicators(Catalog catalog) {
        readOnce();
        return byName.values().stream()
                .filter(derived -> catalog.knows(derived.subject()))
                .map(derived -> derived.indicator(catalog))
                .toList();
    }

    /** Those that are new, and that the source may have. */
    List<Derived> add(Ref source, Collection<Derived> wanted) {
        readOnce();
        List<Derived> added = new ArrayList<>();
        for (Derived each : wanted) {
            if (!byName.containsKey(each.name())
                    && bySource.getOrDefault(source, 0) < Derived.MOST) {
                Row row = new Row(source, each);
                table.add(row);
                take(row);
                added.add(each);
            }
        }
        return added;
    }

    boolean has(Collection<Derived> wanted) {
        return wanted.stream().allMatch(each -> byName.containsKey(each.name()));
    }

    private void readOnce() {
        if (!read) {
            table.all().forEach(this::take);
            read = true;
        }
    }

    private void take(Row row) {
        if (byName.put(row.derived().name(), row.derived()) == null) {
            bySource.merge(row.source(), 1, Integer::sum);
        }
    }
}
