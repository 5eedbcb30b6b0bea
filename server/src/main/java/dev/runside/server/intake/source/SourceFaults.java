package dev.runside.server.intake.source;

import dev.runside.core.Ref;
import dev.runside.server.storage.Every;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * What sources do wrong: told when it is met, over when it was not met for a while. Nothing waits
 * for the telling.
 */
@Component
@DependsOnDatabaseInitialization
public class SourceFaults implements AutoCloseable {

    private static final Duration LASTS = Duration.ofMinutes(5);

    private final ServerClock clock;
    private final SourceStates states;
    private final Map<Told, Met> met = new HashMap<>();
    private final Every seconds;

    private record Met(Instant at, Instant until, String sentence) {}

    SourceFaults(ServerClock clock, SourceTable table, SourceStates states) {
        this.clock = clock;
        this.states = states;
        Instant restart = clock.instant();
        table.told().stream()
                .filter(told -> !told.condition().silence())
                .forEach(told -> met.put(told, new Met(restart, restart.plus(LASTS), "")));
        this.seconds = Every.start("source-faults", Duration.ofSeconds(1), this::tell);
    }

    /** A source did something wrong, just now. */
    public void met(Ref source, SourceCondition condition, String sentence) {
        met(source, condition, sentence, Duration.ZERO);
    }

    /**
     * @param next until it can be met again
     */
    public synchronized void met(
            Ref source, SourceCondition condition, String sentence, Duration next) {
        Instant now = clock.instant();
        met.put(
                new Told(source, source, condition),
                new Met(now, now.plus(next).plus(LASTS), sentence));
    }

    /** It went well again. */
    public synchronized void well(Ref source, SourceCondition condition) {
        met.computeIfPresent(
                new Told(source, source, condition),
                (_, last) -> new Met(last.at(), Instant.EPOCH, last.sentence()));
    }

    @Override
    public void close() {
        seconds.close();
    }

    final void tell() {
        Instant now = clock.instant();
        for (Map.Entry<Told, Met> each : all().entrySet()) {
            Told what = each.getKey();
            if (each.getValue().until().isAfter(now)) {
                states.holds(what, each.getValue().at(), now, each.getValue().sentence());
            } else {
                states.over(what, now, "not met again");
                forget(what, each.getValue());
            }
        }
    }

    private synchronized Map<Told, Met> all() {
        return Map.copyOf(met);
    }

    private synchronized void forget(Told what, Met when) {
        met.remove(what, when);
    }
}
