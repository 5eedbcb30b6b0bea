package dev.runside.server.intake.tally;

import dev.runside.core.Ref;
import dev.runside.server.intake.tally.Count.What;
import dev.runside.server.storage.Every;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * What each source sent. Its rows are up to a second old; at a kill that second is not counted. The
 * rate is in memory alone and begins anew with the server.
 */
@Component
@DependsOnDatabaseInitialization
public class SourceTally implements AutoCloseable {

    private static final int MOST_IN_MEMORY = 20_000;

    private final CountTable table;
    private final ServerClock clock;
    private final Map<Ref, Rate> rates = new HashMap<>();
    private final Every seconds;
    private Map<Key, Count> pending = new HashMap<>();

    private record Key(Ref source, What what, String name) {}

    SourceTally(CountTable table, ServerClock clock) {
        this.table = table;
        this.clock = clock;
        this.seconds = Every.start("source-tally", Duration.ofSeconds(1), this::flush);
    }

    public void accepted(Ref source, String path) {
        add(source, What.ACCEPTED, path, 1);
    }

    public void refused(Ref source, String path) {
        add(source, What.REFUSED, path, 1);
    }

    public synchronized void reports(Ref source, long times) {
        add(source, What.REPORTS, "", times);
        if (isSource(source)) {
            rates.computeIfAbsent(source, _ -> new Rate()).add(clock.instant(), times);
        }
    }

    public void about(Ref source, Ref subject) {
        add(source, What.ABOUT, subject.toString(), 1);
    }

    public void before(Ref source, long times) {
        add(source, What.BEFORE, "", times);
    }

    public synchronized long perMinute(Ref source) {
        Rate rate = rates.get(source);
        return rate == null ? 0 : rate.perMinute(clock.instant());
    }

    /** All that was ever counted. */
    public List<Count> all() {
        flush();
        return table.all();
    }

    @Override
    public void close() {
        seconds.close();
        flush();
    }

    private synchronized void add(Ref source, What what, String name, long times) {
        var key = new Key(source, what, name);
        boolean room = pending.size() < MOST_IN_MEMORY || pending.containsKey(key);
        if (times > 0 && room && isSource(source)) {
            Instant now = clock.instant();
            pending.merge(key, new Count(source, what, name, times, now), SourceTally::both);
        }
    }

    private static Count both(Count earlier, Count later) {
        return new Count(
                later.source(),
                later.what(),
                later.name(),
                earlier.times() + later.times(),
                later.lastSeen());
    }

    /** Agents have their own page. */
    private static boolean isSource(Ref who) {
        return who.is("source");
    }

    /** One at a time: whoever reads after it reads what was counted before. */
    private void flush() {
        synchronized (table) {
            Map<Key, Count> counts = take();
            try {
                if (!counts.isEmpty()) {
                    table.add(counts.values());
                }
            } catch (RuntimeException e) {
                giveBack(counts);
                throw e;
            }
        }
    }

    private synchronized Map<Key, Count> take() {
        Map<Key, Count> counts = pending;
        pending = new HashMap<>();
        return counts;
    }

    private synchronized void giveBack(Map<Key, Count> counts) {
        counts.forEach(
                (key, earlier) -> pending.merge(key, earlier, (later, _) -> both(earlier, later)));
    }
}
