package dev.runside.cli.story;

import dev.runside.cli.launcher.Typed;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Incidents, one a line, newest first. */
public final class IncidentList {

    private IncidentList() {}

    /**
     * @param page as {@code GET /api/v1/incidents} answers
     */
    public static String words(JsonNode page, String state, Times times) {
        JsonNode items = page.path("items");
        if (items.isEmpty()) {
            return state.equals("all")
                    ? "No incidents."
                    : "No incidents in state "
                            + state
                            + ". All of them: "
                            + Typed.command("incidents --state all");
        }
        String lines =
                items.valueStream()
                        .map(incident -> line(incident, times))
                        .collect(Collectors.joining("\n"));
        return page.path("next").isNumber()
                ? lines + "\nThere are older ones: --after " + page.path("next").asString()
                : lines;
    }

    private static String line(JsonNode incident, Times times) {
        String opened = Times.in(incident.path("openedAt")).map(times::ago).orElse("");
        return "#%-5d %-9s  %-8s  %-14s  %s  %s"
                .formatted(
                        incident.path("number").asLong(),
                        incident.path("state").asString(),
                        incident.path("tier").asString(),
                        opened,
                        incident.path("title").asString(),
                        owner(incident));
    }

    private static String owner(JsonNode incident) {
        String owner = incident.path("owner").asString("");
        return "("
                + (owner.isEmpty() ? "nobody owns this" : owner)
                + acknowledged(incident.path("acknowledged").path("by").asString(""), owner)
                + ")";
    }

    private static String acknowledged(String by, String owner) {
        if (by.isEmpty()) {
            return "";
        }
        return by.equals(owner) ? ", acknowledged" : ", acknowledged by " + by;
    }
}
