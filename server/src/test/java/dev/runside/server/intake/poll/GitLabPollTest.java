package dev.runside.server.intake.poll;

import static dev.runside.server.intake.MailCatalog.RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.intake.Hooks;
import dev.runside.server.intake.poll.AnsweringTool.Question;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GitLabPollTest extends PollContract {

    private static final String ROOT = "/api/v4/projects/example%2Frelay";

    @Override
    protected String kind() {
        return "gitlab";
    }

    @Override
    protected String target() {
        return "example/relay";
    }

    @Override
    protected void prepare() {
        tool.answers(ROOT, recorded.answer("gitlab/project.json"))
                .answers(ROOT + "/environments", recorded.answer("gitlab/environments.json"))
                .answers(ROOT + "/deployments", recorded.answer("gitlab/deployments.json"))
                .answers(ROOT + "/pipelines", recorded.answer("gitlab/pipelines.json"))
                .answers(ROOT + "/pipelines/46", recorded.answer("gitlab/pipeline-46.json"));
    }

    @Test
    void deploysAndPipelinesAreToldByTheirTierAndThenWhatIsNew() {
        poll();
        assertThat(kinds()).containsExactly("change-started", "pipeline-failed");
        assertThat(told()).allMatch(signal -> signal.subject().filter(RELAY::equals).isPresent());

        tool.answers(
                ROOT + "/deployments", ended(recorded.answer("gitlab/deployments.json"), "failed"));
        again();
        assertThat(kinds()).containsExactly("change-started", "pipeline-failed", "change-finished");
        Signal end = told().getLast();
        assertThat(end.attributes())
                .containsEntry("outcome", "failure")
                .containsEntry("by", "ada")
                .containsEntry("environment", "blue")
                .containsEntry("commit", "279484c09fbe69ededfced8c1bb6e6d24616b468");
        assertThat(trouble()).isEmpty();
    }

    @Test
    void eachRoundAsksFromTheLastChangeOnAndWithItsMark() {
        poll();
        again();
        again();

        Question second = tool.questions(ROOT + "/deployments").get(1);
        assertThat(tool.questions())
                .allMatch(each -> each.authorization().equals("Bearer " + SECRET));
        assertThat(second.query())
                .contains("order_by=updated_at&sort=asc")
                .contains("updated_after=" + recorded.moved("2026-01-31T12:01:05.111Z"));
        assertThat(tool.questions(ROOT + "/deployments").get(2).query()).isEqualTo(second.query());
        assertThat(tool.questions(ROOT + "/deployments").get(2).mark()).startsWith("W/\"");
        assertThat(tool.questions(ROOT + "/pipelines/46")).hasSize(2);
        assertThat(kinds()).hasSize(2);
    }

    @Test
    void theSameByWebhookAndByPollCountsOnce() {
        tool.answers(
                ROOT + "/deployments",
                ended(recorded.answer("gitlab/deployments.json"), "success"));
        var hooks = new Hooks(server, sender);
        String project =
                "\"project\":{\"path_with_namespace\":\"example/relay\",\"default_branch\":\"main\"},\"user\":{\"username\":\"ada\"}}";
        hooks.gitlab(
                token,
                recorded.moved(
                        """
                        {"object_kind":"deployment","status":"success","status_changed_at":"2026-01-31T12:04:00Z","deployment_id":41,
                         "environment":"blue","environment_tier":"production","short_sha":"279484c0","ref":"main",
                        """
                                + project));
        hooks.gitlab(
                token,
                recorded.moved(
                        """
                        {"object_kind":"pipeline","object_attributes":{"id":46,"ref":"main","tag":false,"status":"failed",
                          "finished_at":"2026-01-31T12:05:00Z"},
                        """
                                + project));
        assertThat(kinds()).containsExactly("change-started", "change-finished", "pipeline-failed");

        poll();
        assertThat(trouble()).isEmpty();
        assertThat(kinds()).hasSize(3);
    }

    @Test
    void aGapOfManyDeploysIsFilledPageByPage() {
        poll();
        Instant first = Instant.now().minus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        tool.answers(ROOT + "/deployments", question -> page(question, first));
        again();

        assertThat(kinds().stream().filter("change-started"::equals)).hasSize(251);
        assertThat(tool.questions(ROOT + "/deployments")).hasSize(4);
    }

    /** Of 250, one a second, the first hundred that changed at or after the time asked for. */
    private static String page(Question question, Instant first) {
        Instant after = Instant.parse(question.query().replaceFirst(".*updated_after=", ""));
        return IntStream.range(0, 250)
                .filter(at -> !first.plusSeconds(at).isBefore(after))
                .limit(100)
                .mapToObj(at ->
                        """
                        {"id":%d,"ref":"main","sha":"279484c09fbe69ededfced8c1bb6e6d24616b468","status":"running",
                         "created_at":"%2$s","updated_at":"%2$s","user":{"username":"ada"},"environment":{"id":1,"name":"blue"}}
                        """
                                .formatted(1_000 + at, first.plusSeconds(at)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String ended(String deployments, String status) {
        return deployments
                .replace(
                        "\"status\": \"running\",\n    \"created_at\"",
                        "\"status\": \"" + status + "\",\n    \"created_at\"")
                .replace("12:02:05.111Z", "12:04:00.000Z");
    }
}
