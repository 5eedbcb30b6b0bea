package dev.runside.cli.local;

import dev.runside.cli.client.ServerApi;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Lays a one-time token beside an agent that has no key, for the agent to enrol itself with. */
public record AgentEnrolment(DataFolder data, ServerApi api) {

    public void prepare(String name) throws IOException, InterruptedException {
        if (Files.exists(data.agentKey())) {
            return;
        }
        JsonNode token = api.post("/api/v1/agents/enroll-tokens", Map.of("agent", "agent:" + name));
        PrivateFiles.write(data.agentEnrolToken(), token.required("token").asString());
    }
}
