package dev.runside.server.intake.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.access.SigningSecret;
import dev.runside.server.access.TestTokens;
import dev.runside.server.intake.Hooks;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import dev.runside.server.intake.StoredSignals;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who may speak as a source that signs, and what a recorded request is good for. */
@IntakeTest
class GitHubSignatureTest {

    private static final String EVENT = "deployment_status";

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;

    private Hooks hooks;
    private StoredSignals stored;
    private String token;
    private String body;

    @BeforeEach
    void begin() {
        hooks = new Hooks(server, sender);
        stored = StoredSignals.fromNowOn(server);
        token = sender.source("product:mail");
        body = Payloads.deploymentStatus("relay", sender.unique("id"), "success");
    }

    @Test
    void theSignatureIsThatOfTheExampleWhichGitHubPublishes() {
        var signature =
                new GitHubSignature(
                        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
        byte[] said = "Hello, World!".getBytes(StandardCharsets.UTF_8);

        assertThat(signature.isOf(said, new SigningSecret("It's a Secret to Everybody"))).isTrue();
        assertThat(signature.isOf(said, new SigningSecret("It's a secret to everybody"))).isFalse();
    }

    @Test
    void aBodyThatWasChangedIsRefused() {
        HttpRequest changed =
                hooks.githubRequest(token, EVENT, body)
                        .POST(BodyPublishers.ofString(body.replace("production", "elsewhere")))
                        .build();

        refused(sender.send(changed));
    }

    @Test
    void withoutASignatureNothingIsTaken() {
        refused(
                sender.send(
                        hooks.request("github", token)
                                .header("X-GitHub-Event", EVENT)
                                .POST(BodyPublishers.ofString(body))
                                .build()));
        for (String header : List.of("", "sha256=", "sha1=00", "sha256=" + "0".repeat(64))) {
            refused(
                    sender.send(
                            hooks.request("github", token)
                                    .header("X-GitHub-Event", EVENT)
                                    .header("X-Hub-Signature-256", header)
                                    .POST(BodyPublishers.ofString(body))
                                    .build()));
        }
    }

    @Test
    void theSecretOfOneSourceIsNotThatOfAnother() {
        String other = sender.source("*");
        HttpRequest signedByAnother = hooks.githubRequest(other, EVENT, body).POST(none()).build();
        HttpRequest forThis =
                HttpRequest.newBuilder(
                                signedByAnother,
                                (name, _) -> !name.equalsIgnoreCase("Content-Length"))
                        .uri(hooks.request("github", token).build().uri())
                        .POST(BodyPublishers.ofString(body))
                        .build();

        refused(sender.send(forThis));
    }

    @Test
    void aRecordedRequestCountsOnceWhateverItsHeadersSay() {
        hooks.github(token, EVENT, body);
        int once = stored.told().size();

        hooks.github(token, EVENT, body);
        hooks.github(token, "deployment", body);

        assertThat(once).isEqualTo(2);
        assertThat(stored.told()).hasSize(once);
    }

    @Test
    void aNewTokenEndsTheSecretOfTheOneBefore() {
        HttpRequest before =
                hooks.githubRequest(token, EVENT, body).POST(BodyPublishers.ofString(body)).build();
        TestTokens tokens = TestTokens.of(server);
        String fresh = tokens.newSource(tokens.sourceOf(token), "product:mail");

        refused(sender.send(before));
        assertThat(hooks.github(fresh, EVENT, body).status()).isEqualTo(200);
    }

    @Test
    void aBodyIsBoundedBeforeItsSignatureIsAsked() {
        String large = body + " ".repeat(1024 * 1024);

        assertThat(hooks.github(token, EVENT, large).status()).isEqualTo(413);
    }

    private void refused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.text()).doesNotContain(hooks.secret(token).text());
        assertThat(stored.told()).isEmpty();
    }

    private static HttpRequest.BodyPublisher none() {
        return BodyPublishers.noBody();
    }
}
