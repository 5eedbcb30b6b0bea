package dev.runside.server.intake.github;

import dev.runside.server.intake.Hooks;
import dev.runside.server.intake.ProtocolContract;
import java.net.http.HttpRequest;

class GitHubContractTest extends ProtocolContract {

    @Override
    protected String path() {
        return "/api/v1/webhooks/github";
    }

    @Override
    protected HttpRequest.Builder request(String token, String body) {
        return new Hooks(server, sender).githubRequest(token, "deployment_status", body);
    }

    @Override
    protected String body(Said said) {
        return Payloads.deploymentStatus(said.service(), said.id(), "success");
    }

    @Override
    protected String malformed(Said said) {
        return body(said).replace("\"state\"", "\"status\"");
    }

    @Override
    protected String malformedField() {
        return "deployment_status.state";
    }
}
