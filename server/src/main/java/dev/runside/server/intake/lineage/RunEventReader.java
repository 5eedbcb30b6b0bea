package dev.runside.server.intake.lineage;

import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.Digest;
import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an OpenLineage RunEvent (OpenLineage.json 2-0-2). The hop is found by the job's name; a
 * custom run facet {@code runside} may name it as {@code subject}.
 */
final class RunEventReader {

    private static final int MOST_MESSAGE = 2_000;
    private static final int MOST_NAME = 500;
    private static final Set<String> STATES =
            Set.of("START", "RUNNING", "COMPLETE", "ABORT", "FAIL", "OTHER");

    private RunEventReader() {}

    static Draft read(Item event) {
        String state = state(event);
        Optional<Instant> time = time(event);
        Optional<Item> run = within(event, "run");
        String runId = run.map(inner -> inner.required("runId", MOST_NAME)).orElse("");
        Job job = within(event, "job").map(Job::read).orElse(Job.NONE);
        Optional<Item> facets = run.flatMap(inner -> inner.object("facets"));

        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("state", state);
        attributes.put("job", job.name());
        attributes.put("namespace", job.namespace());
        attributes.put("run", runId);
        facets.flatMap(all -> all.object("errorMessage"))
                .flatMap(error -> error.text("message", Integer.MAX_VALUE))
                .ifPresent(message -> attributes.put("message", cut(message)));
        new Datasets(event).describe(attributes);
        new Facets(event).describe(attributes);

        return new Draft(
                id(runId, job, state, time),
                "data-run",
                facets.flatMap(all -> all.object("runside")).flatMap(own -> own.ref("subject")),
                job.names(),
                time,
                Severity.INFO,
                "The run of " + job.name(),
                attributes,
                job.path());
    }

    static Optional<Instant> time(Item event) {
        Optional<Instant> time = event.time("eventTime");
        if (time.isEmpty() && !event.has("eventTime")) {
            event.wrong("eventTime", "is missing");
        }
        return time;
    }

    private static String state(Item event) {
        String state = event.required("eventType", 20);
        if (!state.isEmpty() && !STATES.contains(state)) {
            event.wrong("eventType", "is none of " + STATES.stream().sorted().toList());
        }
        return state;
    }

    private static Optional<Item> within(Item event, String field) {
        if (!event.has(field)) {
            event.wrong(field, "is missing");
        }
        return event.object(field);
    }

    private static String cut(String message) {
        return message.length() <= MOST_MESSAGE
                ? message
                : message.substring(0, MOST_MESSAGE - 1) + "…";
    }

    /** A run may say RUNNING many times: its time tells the occurrences apart. */
    private static String id(String runId, Job job, String state, Optional<Instant> time) {
        return new Digest()
                .add(runId)
                .add(job.namespace())
                .add(job.name())
                .add(state)
                .add(time.map(Instant::toString).orElse(""))
                .uuid()
                .toString();
    }
}
