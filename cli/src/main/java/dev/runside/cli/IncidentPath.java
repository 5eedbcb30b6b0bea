package dev.runside.cli;

import dev.runside.cli.client.ServerApi;
import java.io.IOException;
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
        return of(id).get(server);
    }

    JsonNode post(ServerApi server, String act, Map<String, ?> body)
            throws IOException, InterruptedException {
        return of(id).post(server, act, body);
    }

    /**
     * @param id as it was typed
     */
    static Resource of(String id) {
        String bare = id.strip().replaceFirst("^#", "");
        return Resource.of("/api/v1/incidents", bare, "incidents --state all");
    }
}
