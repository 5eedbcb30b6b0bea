package dev.runside.cli.story;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A drafted runbook: what it was learnt of, what it lacks, how it fared on the past, its text. */
public final class ProposalStory {

    private ProposalStory() {}

    /**
     * @param proposal as {@code GET /api/v1/proposals/{name}} answers
     */
    public static String words(JsonNode proposal) {
        JsonNode tried = proposal.path("backtest");
        return """
        %s, %s, decided by %s

        Learnt of
        %s
        %sIn the last %d days, had it acted alone
        %s

        %s\
        """
                .formatted(
                        proposal.path("name").asString(),
                        proposal.path("state").asString(),
                        proposal.path("owner").asString(),
                        lines(proposal.path("from"), ProposalStory::from),
                        missing(proposal.path("missing")),
                        tried.path("days").asLong(),
                        tried(tried),
                        proposal.path("definition").asString())
                .stripTrailing();
    }

    private static String from(JsonNode one) {
        return "  #%d %s (%s): %s"
                .formatted(
                        one.path("number").asLong(),
                        one.path("cause").asString(),
                        one.path("by").asString(),
                        one.path("did")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.joining(", then ")));
    }

    private static String missing(JsonNode missing) {
        return missing.isEmpty()
                ? "\n"
                : "\nIt lacks\n" + lines(missing, one -> "  " + one.asString()) + "\n\n";
    }

    private static String tried(JsonNode tried) {
        String sum =
                "  of %d incidents it would have run on %d and saved %d pages; %s"
                        .formatted(
                                tried.path("incidents").asInt(),
                                tried.path("runs").size(),
                                tried.path("pagesSaved").asInt(),
                                tried.path("clean").asBoolean()
                                        ? "on none with another cause"
                                        : "on some with another cause");
        return tried.path("runs").isEmpty()
                ? sum
                : sum + "\n" + lines(tried.path("runs"), ProposalStory::run);
    }

    private static String run(JsonNode run) {
        return "  %-7s  #%d %s%s"
                .formatted(
                        run.path("verdict").asString(),
                        run.path("number").asLong(),
                        run.path("title").asString(),
                        run.path("paged").asBoolean() ? ", somebody was paged" : "");
    }

    private static String lines(
            JsonNode items, java.util.function.Function<JsonNode, String> line) {
        return items.valueStream().map(line).collect(Collectors.joining("\n"));
    }
}
