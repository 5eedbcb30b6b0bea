package dev.runside.server.intake.alerts;

import dev.runside.core.Ref;
import dev.runside.server.intake.log.Rows;
import dev.runside.server.storage.Every;
import dev.runside.server.storage.ServerClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * The alerts that are known, in memory: loaded at the start, changed after each commit by the log's
 * one writer, read by everybody. What falls out when it is full, by number or by characters, is
 * found again in the log, where each occurrence stands once.
 */
@Component
@DependsOnDatabaseInitialization
public class AlertBook implements Rows.Table<Occurrence>, AutoCloseable {

    private static final Duration REMEMBERED = Duration.ofHours(24);

    /** How long after a restart a source has to repeat what it said before. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private final Map<Ref, Map<LabelSet, Condition>> sources = new ConcurrentHashMap<>();
    private final Queue<Name> order = new ArrayDeque<>();
    private final AlertTable table;
    private final ServerClock clock;
    private final int most;
    private final long mostCharacters;
    private final Every hours;
    private long characters;

    private record Name(Ref source, LabelSet identity) {}

    AlertBook(
            AlertTable table,
            ServerClock clock,
            MeterRegistry meters,
            @Value("${runside.intake.alerts:100000}") int most,
            @Value("#{T(java.lang.Runtime).getRuntime().maxMemory() / 6}") long mostCharacters) {
        this.table = table;
        this.clock = clock;
        this.most = most;
        this.mostCharacters = mostCharacters;
        Instant now = clock.instant();
        table.load(now.minus(REMEMBERED), now.plus(GRACE), most, mostCharacters)
                .forEach(each -> enter(each, now));
        Gauge.builder("runside.intake.alerts.open", this, AlertBook::openNow)
                .description("Alerts that hold, as their sources said last")
                .register(meters);
        Gauge.builder("runside.intake.alerts.stale", this, AlertBook::staleNow)
                .description("Alerts that hold and are not repeated any longer")
                .register(meters);
        this.hours = Every.start("alerts-forgotten", Duration.ofHours(1), this::forget);
    }

    Condition find(Ref source, LabelSet identity) {
        return sources.getOrDefault(source, Map.of()).getOrDefault(identity, Condition.UNKNOWN);
    }

    /** Everything known, open or over. */
    public Stream<Tracked> all() {
        return sources.values().stream()
                .flatMap(conditions -> conditions.values().stream())
                .flatMap(condition -> condition.occurrences().stream());
    }

    /** Those that hold, each; cheaper than {@link #all} where all are looked at every second. */
    void forEachOpen(Consumer<Tracked> look) {
        for (Map<LabelSet, Condition> conditions : sources.values()) {
            for (Condition condition : conditions.values()) {
                for (Tracked each : condition.occurrences()) {
                    if (each.occurrence().open()) {
                        look.accept(each);
                    }
                }
            }
        }
    }

    @Override
    public Set<UUID> store(List<Occurrence> rows) {
        return table.store(rows);
    }

    @Override
    public void stored(List<Occurrence> rows) {
        Instant now = clock.instant();
        rows.forEach(row -> enter(row, now));
    }

    @Override
    public void close() {
        hours.close();
    }

    private synchronized void enter(Occurrence occurrence, Instant now) {
        Map<LabelSet, Condition> conditions =
                sources.computeIfAbsent(occurrence.source(), _ -> new ConcurrentHashMap<>());
        Condition before = conditions.getOrDefault(occurrence.identity(), Condition.UNKNOWN);
        Condition after = before.with(new Tracked(occurrence, now));
        conditions.put(occurrence.identity(), after);
        characters += after.characters() - before.characters();
        if (before.occurrences().isEmpty()) {
            order.add(new Name(occurrence.source(), occurrence.identity()));
        }
        while (order.size() > most || characters > mostCharacters) {
            drop(order.remove());
        }
    }

    private void drop(Name name) {
        characters -= find(name.source(), name.identity()).characters();
        sources.getOrDefault(name.source(), new ConcurrentHashMap<>()).remove(name.identity());
    }

    private void forget() {
        Instant now = clock.instant();
        table.forget(now.minus(REMEMBERED), now);
    }

    private double openNow() {
        return all().filter(each -> each.occurrence().open()).count();
    }

    private double staleNow() {
        Instant now = clock.instant();
        return all().filter(each -> each.stale(now)).count();
    }
}
