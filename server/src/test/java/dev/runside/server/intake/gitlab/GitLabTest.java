package dev.runside.server.intake.gitlab;

import static dev.runside.server.intake.MailCatalog.RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.intake.Hooks;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.StoredSignals;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntakeTest
class GitLabTest {

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;

    private Hooks hooks;
    private StoredSignals stored;
    private String token;
    private String id;

    @BeforeEach
    void begin() {
        hooks = new Hooks(server, sender);
        stored = StoredSignals.fromNowOn(server);
        token = sender.source("product:mail");
        id = sender.unique("id");
    }

    @Test
    void aDeployBeginsAndEndsWithItsCommitAndWhoDidIt() {
        send(Payloads.deployment("relay", id, "created", "production"));
        send(Payloads.deployment("relay", id, "running", "production"));
        send(Payloads.deployment("relay", id, "failed", "production"));

        assertThat(kinds()).containsExactly("change-started", "change-finished");
        Signal end = stored.told().getLast();
        assertThat(end.subject()).contains(RELAY);
        assertThat(end.time()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
        assertThat(end.attributes())
                .containsEntry("commit", "279484c09fbe69ededfced8c1bb6e6d24616b468")
                .containsEntry("by", "ada")
                .containsEntry("environment", "blue")
                .containsEntry("outcome", "failure");
    }

    @Test
    void aTierThatIsNotProductionIsLetGoWhateverItsNameIs() {
        send(Payloads.deployment("relay", id, "success", "staging"));

        assertThat(stored.told()).isEmpty();
    }

    @Test
    void aPipelineThatIsTriedAgainEndsAgain() {
        send(Payloads.pipeline(id, "topic", "failed", "2026-01-31 12:00:00 UTC"));
        send(Payloads.pipeline(id, "main", "failed", "2026-01-31 12:00:00 UTC"));
        send(Payloads.pipeline(id, "main", "failed", "2026-01-31T12:00:00.000Z"));
        send(Payloads.pipeline(id, "main", "failed", "2026-01-31 12:10:00 UTC"));
        send(Payloads.pipeline(id, "main", "success", "2026-01-31 12:20:00 UTC"));

        assertThat(kinds())
                .containsExactly("pipeline-failed", "pipeline-failed", "pipeline-passed");
    }

    @Test
    void aJobThatMayFailIsNotMissed() {
        send(Payloads.job(sender.unique("id"), "failed", true));
        send(Payloads.job(sender.unique("id"), "success", false));
        send(Payloads.job(id, "failed", false));

        assertThat(kinds()).containsExactly("job-failed");
    }

    @Test
    void whatIsReleasedPushedAndMergedIsKept() {
        send(Payloads.release(id, "update"));
        send(Payloads.release(id, "create"));
        send(Payloads.push(id, "topic"));
        send(Payloads.push(id, "main"));
        send(Payloads.merge("17", "open"));
        send(Payloads.merge("17", "merge"));
        send("{\"object_kind\":\"note\"}");

        assertThat(kinds()).containsExactly("change-started", "change-finished", "event", "event");
        assertThat(stored.told().get(2).title()).isEqualTo("Wait less");
        assertThat(stored.told().getLast().title()).isEqualTo("!17 Wait less");
    }

    @Test
    void aSignedWebhookNeedsNoToken() {
        assertThat(signed(Instant.now(), body(), body())).isEqualTo(200);
        assertThat(kinds()).containsExactly("change-started", "change-finished");
    }

    @Test
    void aSignatureOfAnotherBodyOrAnotherTimeIsRefusedAndNoTokenMakesItGood() {
        String changed = body().replace("blue", "green");

        assertThat(signed(Instant.now(), body(), changed)).isEqualTo(401);
        assertThat(signed(Instant.now().minus(Duration.ofMinutes(6)), body(), body()))
                .isEqualTo(401);
        assertThat(signed(Instant.now().plus(Duration.ofMinutes(6)), body(), body()))
                .isEqualTo(401);
        assertThat(
                        send(
                                hooks.gitlabSigned(token, Instant.now(), body())
                                        .header("X-Gitlab-Token", token),
                                changed))
                .isEqualTo(401);
        assertThat(stored.told()).isEmpty();
    }

    @Test
    void theTokenOfAnotherSourceOrAPersonsIsRefused() {
        String other = sender.source("*");
        for (String wrong : List.of(other, sender.agent(), "", "rs_source_guessed")) {
            assertThat(send(hooks.request("gitlab", token).header("X-Gitlab-Token", wrong), body()))
                    .isEqualTo(401);
        }
        assertThat(stored.told()).isEmpty();
    }

    private String body() {
        return Payloads.deployment("relay", id, "success", "production");
    }

    private int signed(Instant at, String signedBody, String sentBody) {
        return send(hooks.gitlabSigned(token, at, signedBody), sentBody);
    }

    private int send(HttpRequest.Builder request, String body) {
        return sender.send(request.POST(BodyPublishers.ofString(body)).build()).status();
    }

    private void send(String body) {
        var answer = hooks.gitlab(token, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private List<String> kinds() {
        return stored.told().stream().map(Signal::kind).toList();
    }
}
