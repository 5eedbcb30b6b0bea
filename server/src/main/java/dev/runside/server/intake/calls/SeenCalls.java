package dev.runside.server.intake.calls;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Call;
import dev.runside.core.catalog.Catalog;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.engine.Completion;
import dev.runside.server.storage.Every;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The calls that spans show and the catalog does not declare. A call counts once it was seen three
 * times, and until it was not seen for thirty days. The table is up to five seconds old.
 */
@Component
public class SeenCalls implements Completion, AutoCloseable {

    static final int MOST = 1_000;

    private static final int OFTEN = 3;
    private static final Duration KEPT = Duration.ofDays(30);

    private final CallTable table;
    private final Catalogs catalogs;
    private final ServerClock clock;
    private final Pairs pairs = new Pairs();
    private final Map<Call, SeenCall> seen = new LinkedHashMap<>();
    private final Set<Call> changed = new LinkedHashSet<>();
    private final Every seconds;
    private volatile Completed last = new Completed(Catalog.EMPTY, List.of(), Catalog.EMPTY);
    private volatile List<Call> often = List.of();

    /** The catalog last completed, so that it is not done for each decision. */
    private record Completed(Catalog of, List<Call> by, Catalog whole) {}

    SeenCalls(CallTable table, Catalogs catalogs, ServerClock clock) {
        this.table = table;
        this.catalogs = catalogs;
        this.clock = clock;
        table.load().forEach(each -> seen.put(each.call(), each));
        forget();
        this.seconds = Every.start("seen-calls", Duration.ofSeconds(5), this::flush);
    }

    /** A hop called somebody by this span. */
    public synchronized void caller(SpanKey span, Ref hop) {
        pairs.caller(span, hop).ifPresent(this::see);
    }

    /** A hop was called by this span of somebody. */
    public synchronized void called(SpanKey by, Ref hop) {
        pairs.called(by, hop).ifPresent(this::see);
    }

    @Override
    public Catalog completed(Catalog catalog) {
        List<Call> by = often;
        Completed known = last;
        if (known.of() != catalog || known.by() != by) {
            List<Call> undeclared = by.stream().filter(call -> undeclared(catalog, call)).toList();
            Catalog whole = undeclared.isEmpty() ? catalog : catalog.observing(undeclared);
            known = new Completed(catalog, by, whole);
            last = known;
        }
        return known.whole();
    }

    /** Those that the catalog in force does not declare, the most often seen first. */
    synchronized List<SeenCall> undeclared() {
        Catalog catalog = catalogs.current();
        return often.stream()
                .filter(call -> undeclared(catalog, call))
                .flatMap(call -> Optional.ofNullable(seen.get(call)).stream())
                .sorted(Comparator.comparing(SeenCall::count).reversed())
                .toList();
    }

    private static boolean undeclared(Catalog catalog, Call call) {
        return catalog.knows(call.from())
                && catalog.knows(call.to())
                && !catalog.graph().calls(call.from()).contains(call.to());
    }

    private void see(Call call) {
        if (call.from().equals(call.to())
                || catalogs.current().graph().calls(call.from()).contains(call.to())) {
            return;
        }
        Instant now = clock.instant();
        SeenCall before = seen.get(call);
        if (before == null && seen.size() >= MOST) {
            return;
        }
        SeenCall after = before == null ? new SeenCall(call, 1, now, now) : before.again(now);
        seen.put(call, after);
        changed.add(call);
        if (after.count() == OFTEN) {
            choose();
        }
    }

    private void choose() {
        often =
                seen.values().stream()
                        .filter(each -> each.count() >= OFTEN)
                        .map(SeenCall::call)
                        .toList();
    }

    private synchronized void forget() {
        seen.values().removeIf(each -> each.lastSeen().isBefore(clock.instant().minus(KEPT)));
        choose();
    }

    final void flush() {
        List<SeenCall> rows = new ArrayList<>();
        synchronized (this) {
            changed.stream()
                    .flatMap(call -> Optional.ofNullable(seen.get(call)).stream())
                    .forEach(rows::add);
            changed.clear();
            if (seen.values().stream()
                    .anyMatch(each -> each.lastSeen().isBefore(clock.instant().minus(KEPT)))) {
                forget();
            }
        }
        if (!rows.isEmpty()) {
            store(rows);
        }
    }

    private void store(List<SeenCall> rows) {
        try {
            table.store(rows, clock.instant().minus(KEPT));
        } catch (RuntimeException failed) {
            synchronized (this) {
                rows.forEach(row -> changed.add(row.call()));
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        seconds.close();
        flush();
    }
}
