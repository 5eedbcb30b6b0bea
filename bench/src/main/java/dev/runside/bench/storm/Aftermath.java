package dev.runside.bench.storm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of it.
 *
 * @param incidents those that were not merged into another
 * @param causes what should be their suspects
 * @param judgedSeconds from the last answer until nothing more was linked to any of them
 */
record Aftermath(
        int alerts,
        double sentSeconds,
        double judgedSeconds,
        List<JsonNode> incidents,
        List<String> causes) {

    boolean ok() {
        return incidents.size() == causes.size()
                && pages() == causes.size()
                && suspects().equals(new TreeSet<>(causes));
    }

    /** Those that went out. */
    int pages() {
        return (int)
                incidents.stream()
                        .flatMap(incident -> incident.path("pages").valueStream())
                        .filter(page -> page.hasNonNull("sentAt"))
                        .count();
    }

    int counted() {
        return incidents.stream()
                .flatMap(incident -> incident.path("findings").valueStream())
                .mapToInt(finding -> finding.path("alerts").asInt())
                .sum();
    }

    private Set<String> suspects() {
        Set<String> suspects = new TreeSet<>();
        incidents.forEach(
                incident -> suspects.add(incident.path("suspects").path(0).path("at").asString()));
        return suspects;
    }

    String table() {
        return """
        %,d alerts of %d hops, sent in %.1f s; judged %.1f s later
        %d incidents, %d pages, %,d alerts counted in them; suspects %s\
        """
                .formatted(
                        alerts,
                        Storming.ESTATE.hops(),
                        sentSeconds,
                        judgedSeconds,
                        incidents.size(),
                        pages(),
                        counted(),
                        suspects());
    }

    /** One line. */
    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bench", "storm");
        json.put("ok", ok());
        json.put("alerts", alerts);
        json.put("seconds", sentSeconds);
        json.put("judgedSeconds", judgedSeconds);
        json.put("incidents", incidents.size());
        json.put("pages", pages());
        json.put("counted", counted());
        json.put("suspects", suspects());
        return JsonMapper.shared().writeValueAsString(json);
    }
}
