package dev.runside.server.intake.otlp;

import dev.runside.server.intake.commit.GroupCommit;
import dev.runside.server.intake.commit.GroupCommit.Bounds;
import dev.runside.server.watch.Watching;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * Folds points, spans and log records into the indicators' buckets. One thread: the points of a
 * series are judged one after the other; what is known of them and the buckets go into one
 * transaction.
 */
@Component
@DependsOnDatabaseInitialization
class MetricFolder implements AutoCloseable {

    private static final int IN_COMMIT = 5_000;
    private static final long UPKEEP_MILLIS = 600_000;

    private final Cursors cursors;
    private final Seen seen;
    private final Lateness lateness = new Lateness();
    private final Watching watching;
    private final GroupCommit<Export, Folded> group;
    private long nextUpkeep;

    MetricFolder(
            Cursors cursors,
            Seen seen,
            Watching watching,
            MeterRegistry meters,
            @Value("${runside.intake.points:50000}") int queue) {
        this.cursors = cursors;
        this.seen = seen;
        this.watching = watching;
        this.group = GroupCommit.start("metric-folder", new Bounds(queue, IN_COMMIT), this::commit);
        Gauge.builder("runside.intake.points.queue", group, GroupCommit::depth)
                .description("Metric points, spans and log records that wait to be folded in")
                .register(meters);
    }

    /** Returns when it is durable. */
    Folded fold(Export export) {
        return group.submit(export, export.size());
    }

    @Override
    public void close() {
        group.close();
    }

    private List<Folded> commit(List<Export> exports) {
        try {
            long now = exports.getLast().receivedAt().toEpochMilli();
            cursors.begin();
            seen.begin();
            keepUp(now);
            var fold = new Fold(cursors, seen, lateness);
            List<Folded> results = exports.stream().map(fold::add).toList();
            watching.fold(fold.samples(), () -> write(now));
            cursors.committed();
            seen.committed();
            return results;
        } catch (RuntimeException e) {
            cursors.failed();
            seen.failed();
            throw e;
        }
    }

    private void write(long nowMillis) {
        cursors.write();
        seen.write(nowMillis);
    }

    private void keepUp(long nowMillis) {
        if (nowMillis >= nextUpkeep) {
            cursors.forgetIdle(nowMillis);
            seen.forgetOld(nowMillis);
            nextUpkeep = nowMillis + UPKEEP_MILLIS;
        }
    }
}
