package dev.runside.server.intake.zendesk;

import dev.runside.server.intake.Hooks;
import dev.runside.server.intake.ProtocolContract;
import java.net.http.HttpRequest;

class ZendeskContractTest extends ProtocolContract {

    @Override
    protected String path() {
        return "/api/v1/webhooks/zendesk";
    }

    @Override
    protected HttpRequest.Builder request(String token, String body) {
        return new Hooks(server, sender).zendeskRequest(token);
    }

    @Override
    protected String body(Said said) {
        return Payloads.created(said.id(), said.service());
    }

    @Override
    protected String malformed(Said said) {
        return body(said).replace("\"detail\"", "\"details\"");
    }

    @Override
    protected String malformedField() {
        return "detail";
    }
}
