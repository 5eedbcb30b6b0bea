package dev.runside.server.intake.github;

import static dev.runside.server.intake.MailCatalog.RELAY;
import static dev.runside.server.intake.MailCatalog.ROLLUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.Hooks;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.StoredSignals;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntakeTest
class GitHubTest {

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
        send("deployment_status", Payloads.deploymentStatus("relay", id, "in_progress"));
        send("deployment_status", Payloads.deploymentStatus("relay", id, "success"));

        assertThat(kinds()).containsExactly("change-started", "change-finished");
        Signal end = stored.told().getLast();
        assertThat(end.subject()).contains(RELAY);
        assertThat(end.time()).isEqualTo(Instant.parse("2026-01-31T12:03:00Z"));
        assertThat(end.attributes())
                .containsEntry("commit", "6113728f27ae82c7b1a177c8d03f9e96e0adf246")
                .containsEntry("version", "6113728f27ae")
                .containsEntry("by", "ada")
                .containsEntry("type", "deploy")
                .containsEntry("environment", "production")
                .containsEntry("outcome", "success")
                .containsEntry("repository", "example/relay");
        assertThat(stored.told().getFirst().attribute("change")).isEqualTo(end.attribute("change"));
    }

    @Test
    void aHopIsFoundByTheRepositoryThatItsAnnotationNames() {
        token = sender.source("product:stats");
        send("deployment_status", Payloads.deploymentStatus("statistics", id, "in_progress"));

        assertThat(stored.told().getLast().subject()).contains(ROLLUP);
    }

    @Test
    void aFailedDeployIsOneThatEndsAndSaysSo() {
        send("deployment_status", Payloads.deploymentStatus("relay", id, "failure"));

        Signal end = stored.told().getLast();
        assertThat(kinds()).containsExactly("change-started", "change-finished");
        assertThat(end.attribute("outcome")).isEqualTo("failure");
        assertThat(end.severity()).isEqualTo(Severity.WARNING);
        assertThat(end.title()).isEqualTo("deployment of relay 6113728f27ae to production failed");
    }

    @Test
    void whatIsDeployedWhereNoCustomerComesIsLetGo() {
        send(
                "deployment",
                "{\"action\":\"created\",%s,%s}"
                        .formatted(
                                Payloads.deployment(id, "relay-staging"),
                                Payloads.repository("relay")));

        assertThat(stored.told()).isEmpty();
    }

    @Test
    void aReleaseIsAChangeOnceItIsPublished() {
        send("release", Payloads.release(id, "created", false));
        send("release", Payloads.release(id, "published", true));
        assertThat(stored.told()).isEmpty();

        send("release", Payloads.release(id, "published", false));
        assertThat(kinds()).containsExactly("change-started", "change-finished");
        assertThat(stored.told().getFirst().attribute("version")).isEqualTo("v1.8");
    }

    @Test
    void aWorkflowThatFailsIsToldOncePerAttemptAndOnTheDefaultBranchOnly() {
        send("workflow_run", Payloads.workflowRun(id, 1, "topic", "failure"));
        send("workflow_run", Payloads.workflowRun(id, 1, "main", "failure"));
        send("workflow_run", Payloads.workflowRun(id, 1, "main", "failure"));
        send("workflow_run", Payloads.workflowRun(id, 2, "main", "success"));
        send("workflow_run", Payloads.workflowRun(id, 3, "main", "cancelled"));

        assertThat(kinds()).containsExactly("workflow-failed", "workflow-passed");
        assertThat(stored.told().getFirst().title()).isEqualTo("build failed on main");
        assertThat(stored.told().getFirst().attribute("by")).isEqualTo("ada");
    }

    @Test
    void checksOfOthersThanItsOwnWorkflowsAreTold() {
        send("check_run", Payloads.checkRun(id, "github-actions", "failure"));
        send("check_run", Payloads.checkRun(id, "scanner", "failure"));

        assertThat(kinds()).containsExactly("check-failed");
    }

    @Test
    void whatIsPushedAndMergedIsKept() {
        send("push", Payloads.push(id, "main"));
        send("push", Payloads.push(id, "topic"));
        send("pull_request", Payloads.pullRequest("17", true));
        send("pull_request", Payloads.pullRequest("18", false));

        assertThat(stored.told())
                .extracting(Signal::title)
                .containsExactly("Wait less", "#17 Wait less");
        assertThat(kinds()).containsOnly("event");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping", "star", "issue_comment", ""})
    void whatMeansNothingHereIsAnsweredWell(String event) {
        assertThat(
                        hooks.github(
                                        token,
                                        event.isEmpty() ? "unheard-of" : event,
                                        "{\"zen\":\"Speak like a human.\",\"hook_id\":1}")
                                .status())
                .isEqualTo(200);
        assertThat(stored.told()).isEmpty();
    }

    private void send(String event, String body) {
        var answer = hooks.github(token, event, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private List<String> kinds() {
        return stored.told().stream().map(Signal::kind).toList();
    }
}
