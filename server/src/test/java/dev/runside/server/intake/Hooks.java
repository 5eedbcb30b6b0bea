package dev.runside.server.intake;

import dev.runside.server.access.SigningSecret;
import dev.runside.server.access.TestTokens;
import dev.runside.server.intake.Sender.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
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
        byte[] hmac = secret(token).byText(bytes(body));
        return request("github", token)
                .header("X-GitHub-Event", event)
                .header("X-GitHub-Delivery", sender.unique("delivery"))
                .header("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(hmac));
    }

    public Answer gitlab(String token, String body) {
        return sender.send(gitlabRequest(token).POST(BodyPublishers.ofString(body)).build());
    }

    public HttpRequest.Builder gitlabRequest(String token) {
        return request("gitlab", token)
                .header("X-Gitlab-Token", token)
                .header("X-Gitlab-Event-UUID", sender.unique("event"));
    }

    /** As GitLab signs when a signing token was set. */
    public HttpRequest.Builder gitlabSigned(String token, Instant at, String body) {
        String head = "msg-1." + at.getEpochSecond() + ".";
        byte[] hmac = secret(token).byKey(bytes(head), bytes(body));
        return request("gitlab", token)
                .header("webhook-id", "msg-1")
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(hmac));
    }

    public Answer zendesk(String token, String body) {
        return sender.send(zendeskRequest(token).POST(BodyPublishers.ofString(body)).build());
    }

    public HttpRequest.Builder zendeskRequest(String token) {
        return request("zendesk", token).header("Authorization", "Bearer " + token);
    }

    public HttpRequest.Builder zendeskSigned(
            String token, SigningSecret secret, String at, String body) {
        byte[] hmac = secret.byText(bytes(at), bytes(body));
        return request("zendesk", token)
                .header("X-Zendesk-Webhook-Signature", Base64.getEncoder().encodeToString(hmac))
                .header("X-Zendesk-Webhook-Signature-Timestamp", at);
    }

    /** A person tells with what the other side signs. */
    public Answer tellSecret(String person, String token, String secret) {
        String path = "/api/v1/sources/" + tokens.sourceOf(token) + "/signing-secret";
        return sender.send(
                sender.request(path, person)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"secret\":\"" + secret + "\"}"))
                        .build());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Without anything that says who sends it, but for the name in the address. */
    public HttpRequest.Builder request(String kind, String token) {
        return HttpRequest.newBuilder(sender.uri(PATH + kind + "/" + tokens.sourceOf(token)))
                .header("Content-Type", "application/json");
    }
}
