package dev.runside.server.intake.pagerduty;

import dev.runside.server.intake.ProtocolContract;
import java.net.http.HttpRequest;

/** Of both paths: the credential is in the body and nowhere else, and every refusal is a 400. */
abstract class PagerDutyContract extends ProtocolContract {

    @Override
    protected String malformedField() {
        return "'payload.summary'";
    }

    @Override
    protected int refusedToken() {
        return 400;
    }

    @Override
    protected int forbidden() {
        return 400;
    }

    @Override
    protected HttpRequest.Builder request(String token) {
        return HttpRequest.newBuilder(sender.uri(path())).header("Content-Type", contentType());
    }
}
