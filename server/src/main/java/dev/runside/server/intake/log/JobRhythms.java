package dev.runside.server.intake.log;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Indicator.Measure.Job;
import dev.runside.core.triage.JobSeen;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.engine.Engine;
import dev.runside.server.storage.Every;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * How long jobs usually take, as the engine knew it some seconds ago: the log's writer waits for
 * nobody. Asked for only where an indicator counts a job.
 */
@Component
class JobRhythms implements SmartLifecycle {

    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final Catalogs catalogs;
    private final ObjectProvider<Engine> engine;
    private volatile Map<String, JobSeen> seen = Map.of();
    private List<Every> running = List.of();

    JobRhythms(Catalogs catalogs, ObjectProvider<Engine> engine) {
        this.catalogs = catalogs;
        this.engine = engine;
    }

    /** One of which little is known takes as long as it takes. */
    boolean isUsual(Ref subject, String name, Duration took) {
        JobSeen known = seen.get(JobSeen.key(subject, name));
        return known == null || known.isUsual(took);
    }

    private void learn() {
        boolean counted =
                catalogs.current().indicators().values().stream()
                        .anyMatch(indicator -> indicator.measure() instanceof Job);
        if (counted) {
            engine.getObject()
                    .ask(draft ->
                            draft.all(JobSeen.class)
                                    .collect(Collectors.toMap(JobSeen::key, Function.identity())))
                    .thenAccept(jobs -> seen = jobs);
        }
    }

    @Override
    public synchronized void start() {
        running = List.of(Every.start("job-rhythms", PERIOD, this::learn));
    }

    @Override
    public synchronized void stop() {
        running.forEach(Every::close);
        running = List.of();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }
}
