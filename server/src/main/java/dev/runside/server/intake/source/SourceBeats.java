package dev.runside.server.intake.source;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.intake.source.Beats.Silence;
import dev.runside.server.storage.Every;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Listens whether the sources still speak. What was heard regularly and falls silent is told as a
 * finding; after a restart everything is given its time anew.
 */
@Component
@DependsOnDatabaseInitialization
public class SourceBeats implements AutoCloseable {

    private final Catalogs catalogs;
    private final ServerClock clock;
    private final SourceTable table;
    private final SourceStates states;
    private final Map<Ref, Beats> beats = new HashMap<>();
    private final Map<Ref, Map<Ref, Long>> stored = new HashMap<>();
    private final Every seconds;

    SourceBeats(Catalogs catalogs, ServerClock clock, SourceTable table, SourceStates states) {
        this.catalogs = catalogs;
        this.clock = clock;
        this.table = table;
        this.states = states;
        restore(clock.instant());
        this.seconds = Every.start("source-beats", Duration.ofSeconds(1), this::listen);
    }

    /** A source spoke for these hops. */
    public synchronized void heard(Ref source, Collection<Ref> subjects) {
        Instant now = clock.instant();
        Beats of = beats.computeIfAbsent(source, Beats::new);
        subjects.forEach(subject -> of.heard(subject, now));
    }

    /**
     * A source said something of these hops that comes when something happens, and not by a beat.
     */
    public synchronized void alive(Ref source, Collection<Ref> subjects) {
        Beats of = beats.get(source);
        if (of != null) {
            Instant now = clock.instant();
            subjects.forEach(subject -> of.alive(subject, now));
        }
    }

    synchronized Optional<Instant> last(Ref source, Ref subject) {
        return Optional.ofNullable(beats.get(source)).flatMap(of -> of.last(subject));
    }

    @Override
    public void close() {
        seconds.close();
    }

    private void restore(Instant now) {
        for (SourceTable.StoredBeat beat : table.beats()) {
            beats.computeIfAbsent(beat.source(), Beats::new)
                    .know(beat.subject(), beat.usualMillis(), now);
            stored.computeIfAbsent(beat.source(), _ -> new HashMap<>())
                    .put(beat.subject(), beat.usualMillis());
        }
    }

    /** What is known of one source at one moment. */
    private record Heard(Ref source, Map<Ref, Long> usual, Set<Silence> silences) {}

    final void listen() {
        Instant now = clock.instant();
        for (Heard heard : heard(now)) {
            remember(heard.source(), heard.usual());
            tell(heard, now);
        }
    }

    private synchronized Iterable<Heard> heard(Instant now) {
        Catalog catalog = catalogs.current();
        return beats.entrySet().stream()
                .map(each -> {
                    each.getValue().keep(catalog::knows);
                    return new Heard(
                            each.getKey(), each.getValue().usual(), each.getValue().silences(now));
                })
                .toList();
    }

    private void tell(Heard heard, Instant now) {
        Set<Told> held = new HashSet<>();
        for (Silence silence : heard.silences()) {
            Told what = new Told(heard.source(), silence.subject(), silence.condition());
            states.holds(what, silence.since(), now, silence.sentence());
            held.add(what);
        }
        states.told(heard.source()).stream()
                .filter(what -> what.condition().silence() && !held.contains(what))
                .forEach(what -> states.over(what, now, what.subject() + " is heard again"));
    }

    /** Writes what changed by a lot: a beat need not be known to the millisecond. */
    private void remember(Ref source, Map<Ref, Long> usual) {
        Map<Ref, Long> known = stored.computeIfAbsent(source, _ -> new HashMap<>());
        Map<Ref, Long> changed = new HashMap<>();
        usual.forEach((subject, millis) -> {
            long before = known.getOrDefault(subject, 0L);
            if (millis > before * 3 / 2 || millis < before / 2) {
                changed.put(subject, millis);
            }
        });
        Set<Ref> gone = new HashSet<>(known.keySet());
        gone.removeAll(usual.keySet());
        if (!changed.isEmpty()) {
            table.writeBeats(source, changed);
            known.putAll(changed);
        }
        gone.forEach(subject -> {
            table.forgetBeat(source, subject);
            known.remove(subject);
        });
    }
}
