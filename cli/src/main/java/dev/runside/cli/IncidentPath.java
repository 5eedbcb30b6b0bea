package dev.runside.cli;

import dev.runside.cli.client.RefusedException;
import dev.runside.cli.client.ServerApi;
import dev.runside.cli.launcher.Typed;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Which incident a command is about. */
final class IncidentPath {

    @Parameters(
            paramLabel = "ID",
            description = "The incident's number, as 1234 or '#1234', or its identifier.")
    private String id = "";

    JsonNode get(ServerApi server) throws IOException, InterruptedException {
        try {
            return server.get(path());
        } catch (RefusedException refused) {
            throw said(refused);
        }
    }

    JsonNode post(ServerApi server, String act, Map<String, ?> body)
            throws IOException, InterruptedException {
        try {
            return server.post(path() + "/" + act, body);
        } catch (RefusedException refused) {
            throw said(refused);
        }
    }

    private static RefusedException said(RefusedException refused) {
        return refused.status() == RefusedException.NOT_FOUND
                ? refused.withFix("List them: " + Typed.command("incidents --state all"))
                : refused;
    }

    private String path() {
        String bare = id.strip().replaceFirst("^#", "");
        return "/api/v1/incidents/" + URLEncoder.encode(bare, StandardCharsets.UTF_8);
    }
}
