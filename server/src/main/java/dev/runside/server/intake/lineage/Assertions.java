package dev.runside.server.intake.lineage;

import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.Digest;
import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The facet {@code dataQualityAssertions}: one that does not hold is an alert about the data set's
 * hop, which is over when the same holds again. A data set that no hop is called like is its job's.
 */
final class Assertions {

    private static final int MOST = 200;
    private static final int MOST_TEXT = 500;

    private final Item event;
    private final Draft told;

    Assertions(Item event, Draft told) {
        this.event = event;
        this.told = told;
    }

    Stream<Draft> drafts() {
        return Stream.concat(
                        Stream.of("inputs", "outputs")
                                .flatMap(side -> event.objects(side, MOST).stream()),
                        event.object("dataset").stream())
                .flatMap(dataset ->
                        Stream.of("inputFacets", "facets", "outputFacets")
                                .flatMap(group -> dataset.object(group).stream())
                                .flatMap(facets -> facets.object("dataQualityAssertions").stream())
                                .flatMap(facet -> facet.objects("assertions", MOST).stream())
                                .map(assertion -> draft(dataset, assertion)));
    }

    private Draft draft(Item dataset, Item assertion) {
        String name = dataset.shortened("name", MOST_TEXT);
        String namespace = dataset.shortened("namespace", MOST_TEXT);
        String column = assertion.shortened("column", MOST_TEXT);
        String what = assertion.required("assertion", MOST_TEXT);
        boolean holds = assertion.truth("success", true);
        String condition = String.join("/", namespace, name, what, column);
        return new Draft(
                new Digest().add(told.id()).add(condition).uuid().toString(),
                "alert",
                Optional.empty(),
                names(namespace, name),
                told.time(),
                assertion.shortened("severity", MOST_TEXT).equals("error")
                        ? Severity.CRITICAL
                        : Severity.WARNING,
                title(name, column, what, holds),
                attributes(assertion, name, column, what, holds),
                condition);
    }

    private static String title(String name, String column, String what, boolean holds) {
        String of = column.isBlank() ? name : name + "." + column;
        return what + (holds ? " holds for " : " does not hold for ") + of;
    }

    private Map<String, String> attributes(
            Item assertion, String name, String column, String what, boolean holds) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("state", holds ? "resolved" : "firing");
        attributes.put("dataset", name);
        attributes.put("column", column);
        attributes.put("assertion", what);
        attributes.put("expected", assertion.shortened("expected", MOST_TEXT));
        attributes.put("actual", assertion.shortened("actual", MOST_TEXT));
        attributes.put("run", told.attributes().getOrDefault("run", ""));
        attributes.put("job", told.attributes().getOrDefault("job", ""));
        attributes.values().removeIf(String::isBlank);
        return attributes;
    }

    private List<String> names(String namespace, String name) {
        return Stream.concat(DatasetNames.of(namespace, name).stream(), told.names().stream())
                .distinct()
                .toList();
    }
}
