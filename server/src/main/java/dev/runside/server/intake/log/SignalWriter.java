package dev.runside.server.intake.log;

import dev.runside.core.signal.Signal;
import dev.runside.server.engine.SignalsAppended;
import dev.runside.server.intake.commit.GroupCommit;
import dev.runside.server.intake.commit.GroupCommit.Bounds;
import dev.runside.server.watch.Watching;
import dev.runside.server.watch.Watching.IndicatorSample;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The one writer of the log. Its thread alone appends, so what it finds unknown is still unknown
 * when it commits.
 */
@Component
@DependsOnDatabaseInitialization
public class SignalWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SignalWriter.class);
    private static final int IN_COMMIT = 1_000;

    private final Append append;
    private final Samples samples;
    private final Watching watching;
    private final ApplicationEventPublisher events;
    private final GroupCommit<Entry, Integer> group;

    SignalWriter(
            Append append,
            Samples samples,
            Watching watching,
            ApplicationEventPublisher events,
            @Value("${runside.intake.queue:20000}") int queue) {
        this.append = append;
        this.samples = samples;
        this.watching = watching;
        this.events = events;
        this.group = GroupCommit.start("signal-writer", new Bounds(queue, IN_COMMIT), this::commit);
    }

    /**
     * Returns when they are durable.
     *
     * @return how many of them were new
     */
    public int write(List<Signal> signals) {
        return signals.isEmpty() ? 0 : write(Entry.of(signals, Rows.none()));
    }

    /** Returns when signals and rows are durable, which they become together. */
    public int write(Entry entry) {
        return group.submit(entry, entry.weight());
    }

    public int depth() {
        return group.depth();
    }

    @Override
    public void close() {
        group.close();
    }

    private List<Integer> commit(List<Entry> entries) {
        var batch = new Batch(entries);
        append.prepare(batch);
        List<IndicatorSample> counted = samples.of(batch.byKey());
        if (counted.isEmpty()) {
            append.alone(batch);
        } else {
            watching.fold(counted, () -> append.within(batch));
        }
        append.committed(batch);
        announce();
        return batch.countsOfNew();
    }

    private void announce() {
        try {
            events.publishEvent(new SignalsAppended());
        } catch (RuntimeException e) {
            log.error("Signals are stored, and a reader of the log failed on hearing it", e);
        }
    }
}
