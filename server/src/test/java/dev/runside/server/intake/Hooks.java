package dev.runside.server.intake;

import dev.runside.server.access.SigningSecret;
import dev.runside.server.access.TestTokens;
import dev.runside.server.intake.Sender.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.context.ApplicationContext;

/** Signs webhooks as those do who send them. */
public final class Hooks {

    private static final String PATH = "/api/v1/webhooks/";

    private final TestTokens tokens;
    private final Sender sender;

    public Hooks(ApplicationContext server, Sender sender) {
        this.tokens = TestTokens.of(server);
        this.sender = sender;
    }

    public SigningSecret secret(String token) {
        return tokens.signingSecret(token);
    }

    public Answer github(String token, String event, String body) {
        return sender.send(
                githubRequest(token, event, body).POST(BodyPublishers.ofString(body)).build());
    }

    public HttpRequest.Builder githubRequest(String token, String event, String body) {
        byte[] hmac = secret(token).byText(body.getBytes(StandardCharsets.UTF_8));
        return request("github", token)
                .header("X-GitHub-Event", event)
                .header("X-GitHub-Delivery", sender.unique("delivery"))
                .header("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(hmac));
    }

    /** Without anything that says who sends it, but for the name in the address. */
    public HttpRequest.Builder request(String kind, String token) {
        return HttpRequest.newBuilder(sender.uri(PATH + kind + "/" + tokens.sourceOf(token)))
                .header("Content-Type", "application/json");
    }
}
