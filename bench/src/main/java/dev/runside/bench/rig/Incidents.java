package dev.runside.bench.rig;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The incidents of a rig as its first person sees them. */
public record Incidents(Rig rig) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** All of them whole, the newest first. */
    public List<JsonNode> all() throws IOException, InterruptedException {
        return rig.api().get("/api/v1/incidents?state=all").path("items").valueStream().toList();
    }

    /** Those with a finding about a subject, the newest first. */
    public List<JsonNode> of(String subject) throws IOException, InterruptedException {
        return all().stream().filter(incident -> concerns(incident, subject)).toList();
    }

    /** The newest about a subject, as soon as it is in a state. */
    public JsonNode awaitOf(String subject, String state) throws InterruptedException {
        return await(
                subject + " is " + state,
                incident ->
                        concerns(incident, subject)
                                && incident.path("state").asString().equals(state));
    }

    /** The newest that is as wanted, as soon as there is one. */
    public JsonNode await(String what, Predicate<JsonNode> wanted) throws InterruptedException {
        return Until.find(what, PATIENCE, () -> all().stream().filter(wanted).findFirst());
    }

    private static boolean concerns(JsonNode incident, String subject) {
        return incident.path("findings")
                .valueStream()
                .anyMatch(finding -> finding.path("subject").asString().equals(subject));
    }
}
