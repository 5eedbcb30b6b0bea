package dev.runside.server.intake.gitlab;

import dev.runside.server.intake.Hooks;
import dev.runside.server.intake.ProtocolContract;
import java.net.http.HttpRequest;

class GitLabContractTest extends ProtocolContract {

    @Override
    protected String path() {
        return "/api/v1/webhooks/gitlab";
    }

    @Override
    protected HttpRequest.Builder request(String token, String body) {
        return new Hooks(server, sender).gitlabRequest(token);
    }

    @Override
    protected String body(Said said) {
        return Payloads.deployment(said.service(), said.id(), "success", "production");
    }

    @Override
    protected String malformed(Said said) {
        return body(said).replace("\"deployment_id\"", "\"id\"");
    }

    @Override
    protected String malformedField() {
        return "deployment_id";
    }
}
