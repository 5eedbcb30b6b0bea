package dev.runside.demo.command;

import dev.runside.cli.client.RefusedException;
import dev.runside.cli.client.ServerApi;
import dev.runside.cli.launcher.Typed;
import dev.runside.demo.launch.Staff;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** An incident, and the one of the company who does something about it. */
final class OneIncident {

    @Parameters(paramLabel = "NUMBER", description = "The incident's number.")
    private String number = "";

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Who of the company does it (default: the incident's owner).")
    private @Nullable String person;

    /** What an act ended as: by whom, and how the incident stands now. */
    record Done(String person, JsonNode incident) {

        String words(String what) {
            return "#%d %s: %s by user:%s"
                    .formatted(
                            incident.path("number").asLong(),
                            incident.path("title").asString(),
                            what,
                            person);
        }
    }

    Done act(Staff staff, String act, Map<String, ?> body)
            throws IOException, InterruptedException {
        String bare = number.strip().replaceFirst("^#", "");
        String path = "/api/v1/incidents/" + URLEncoder.encode(bare, StandardCharsets.UTF_8);
        ServerApi anybody = staff.as(Staff.names().getFirst());
        String actor = person == null ? staff.responsible(incident(anybody, path)) : person;
        return new Done(actor, staff.as(actor).post(path + "/" + act, body));
    }

    private static JsonNode incident(ServerApi api, String path)
            throws IOException, InterruptedException {
        try {
            return api.get(path);
        } catch (RefusedException refused) {
            throw refused.status() == RefusedException.NOT_FOUND
                    ? refused.withFix("List them: " + Typed.command("incidents --state all"))
                    : refused;
        }
    }
}
