package dev.runside.demo.drill;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** An incident as the public API shows it. */
record SeenIncident(JsonNode json) {

    String id() {
        return json.required("id").asString();
    }

    long number() {
        return json.path("number").asLong(0);
    }

    String title() {
        return json.path("title").asString("");
    }

    String tier() {
        return json.path("tier").asString("");
    }

    String state() {
        return json.path("state").asString("");
    }

    boolean live() {
        return Set.of("open", "recovered").contains(state());
    }

    Optional<String> mergedInto() {
        return text("mergedInto");
    }

    String owner() {
        return json.path("owner").asString("");
    }

    Optional<String> seam() {
        return text("seam");
    }

    Set<String> facets() {
        return texts("facets");
    }

    Set<String> informed() {
        return texts("informed");
    }

    /** Where the first suspect is: a change is suspected at the hop it happened on. */
    String suspectedAt() {
        JsonNode first = json.path("suspects").path(0);
        return first.path("at").asString(first.path("ref").asString(""));
    }

    Stream<String> findingKinds() {
        return each("findings").map(finding -> finding.path("kind").asString(""));
    }

    List<JsonNode> runs() {
        return each("runs").toList();
    }

    Optional<Instant> time(String field) {
        return text(field).map(Instant::parse);
    }

    /** When the remedy began, where one has. */
    Optional<Instant> remedyStarted() {
        return runs().stream().flatMap(run -> instant(run, "remedyStartedAt")).findFirst();
    }

    /** When a run's remedy was found to have helped. */
    Optional<Instant> verified() {
        return runs().stream()
                .filter(run -> run.path("phase").asString("").equals("verified"))
                .flatMap(run -> instant(run, "endedAt"))
                .findFirst();
    }

    private static Stream<Instant> instant(JsonNode node, String field) {
        String text = node.path(field).asString("");
        return text.isEmpty() ? Stream.of() : Stream.of(Instant.parse(text));
    }

    private Optional<String> text(String field) {
        String text = json.path(field).asString("");
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Set<String> texts(String field) {
        Set<String> texts = new TreeSet<>();
        each(field).forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private Stream<JsonNode> each(String field) {
        return StreamSupport.stream(json.path(field).spliterator(), false);
    }
}
