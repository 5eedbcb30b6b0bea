package dev.runside.server.intake.lineage;

import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.Digest;
import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what is said of a job or of a data set while nothing runs: JobEvent and DatasetEvent
 * (OpenLineage.json 2-0-2). They tell of columns and where these come from; nothing can have
 * failed.
 */
final class StaticEventReader {

    private static final int MOST_NAME = 500;

    private StaticEventReader() {}

    static Draft job(Item event) {
        Optional<Item> told = event.object("job");
        Job job = told.map(Job::read).orElse(Job.NONE);
        return draft(
                event,
                told,
                new What("data-job", "The job " + job.name(), job.path(), job.names()),
                Map.of("job", job.name(), "namespace", job.namespace()));
    }

    static Draft dataset(Item event) {
        Optional<Item> told = event.object("dataset");
        String namespace = told.map(set -> set.required("namespace", MOST_NAME)).orElse("");
        String name = told.map(set -> set.required("name", MOST_NAME)).orElse("");
        return draft(
                event,
                told,
                new What(
                        "data-set",
                        "The data set " + name,
                        namespace + "/" + name,
                        DatasetNames.of(namespace, name)),
                Map.of("dataset", name, "namespace", namespace));
    }

    private record What(String kind, String title, String path, List<String> names) {}

    private static Draft draft(
            Item event, Optional<Item> told, What what, Map<String, String> named) {
        Optional<Instant> time = RunEventReader.time(event);
        Map<String, String> attributes = new LinkedHashMap<>(named);
        new Datasets(event).describe(attributes);
        new Facets(event).describe(attributes);
        return new Draft(
                new Digest()
                        .add(what.kind())
                        .add(what.path())
                        .add(time.map(Instant::toString).orElse(""))
                        .uuid()
                        .toString(),
                what.kind(),
                told.flatMap(item -> item.object("facets"))
                        .flatMap(all -> all.object("runside"))
                        .flatMap(own -> own.ref("subject")),
                what.names(),
                time,
                Severity.INFO,
                what.title(),
                attributes,
                what.path());
    }
}
