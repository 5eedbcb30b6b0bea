package dev.runside.server.intake.poll;

import static dev.runside.server.intake.MailCatalog.RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.intake.Hooks;
import dev.runside.server.intake.poll.AnsweringTool.Question;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GitHubPollTest extends AskedGitHub {

    @Test
    void deploysRunsAndReleasesAreToldAndThenWhatIsNew() {
        poll();
        assertThat(kinds())
                .containsExactly(
                        "change-started", "workflow-failed", "change-started", "change-finished");
        assertThat(told()).allMatch(signal -> signal.subject().filter(RELAY::equals).isPresent());

        tool.answers(STATUSES, recorded.answer("github/statuses-ended.json"));
        again();
        assertThat(kinds()).hasSize(5);
        Signal end = told().getLast();
        assertThat(end.attributes())
                .containsEntry("outcome", "success")
                .containsEntry("commit", "6113728f27ae82c7b1a177c8d03f9e96e0adf246");
        assertThat(trouble()).isEmpty();
        assertThat(report().path("lastSeen").isNull()).isFalse();
    }

    @Test
    void whatHasNotChangedIsAskedForWithItsMark() {
        poll();
        again();

        assertThat(tool.questions())
                .allMatch(each -> each.authorization().equals("Bearer " + SECRET));
        assertThat(tool.questions(STATUSES)).extracting(Question::mark).first().isEqualTo("");
        assertThat(tool.questions(STATUSES).get(1).mark()).startsWith("W/\"");
        assertThat(tool.questions(ROOT + "/actions/runs").get(1).mark()).startsWith("W/\"");
        assertThat(kinds()).hasSize(4);
    }

    @Test
    void theSameByWebhookAndByPollCountsOnce() {
        tool.answers(STATUSES, recorded.answer("github/statuses-ended.json"));
        new Hooks(server, sender)
                .github(
                        token,
                        "deployment_status",
                        recorded.moved(
                                """
                                {"action":"created",
                                 "deployment_status":{"id":42,"state":"success","created_at":"2026-01-31T12:03:00Z"},
                                 "deployment":{"id":4,"sha":"6113728f27ae82c7b1a177c8d03f9e96e0adf246","ref":"main",
                                   "environment":"production","payload":{},"creator":{"login":"ada"},"created_at":"2026-01-31T12:00:00Z"},
                                 "repository":{"full_name":"example/relay","default_branch":"main"}}
                                """));
        assertThat(kinds()).containsExactly("change-started", "change-finished");

        poll();
        assertThat(kinds())
                .containsExactly(
                        "change-started",
                        "change-finished",
                        "workflow-failed",
                        "change-started",
                        "change-finished");
    }

    @Test
    void aGapOfManyDeploysIsFilledFromFurtherPages() {
        poll();
        long before = deploys();
        tool.answers(ROOT + "/deployments", question -> page(question, 30));
        IntStream.rangeClosed(1, 35)
                .forEach(id -> tool.answers(ROOT + "/deployments/" + id + "/statuses", "[]"));
        again();

        assertThat(deploys() - before).isEqualTo(30);
        assertThat(tool.questions(ROOT + "/deployments")).hasSize(5);
        again();
        assertThat(tool.questions(ROOT + "/deployments")).hasSize(6);
    }

    private long deploys() {
        return kinds().stream().filter("change-started"::equals).count();
    }

    /** Of as many newer ones than those of the first round. */
    private String page(Question question, int newer) {
        int page =
                question.query().contains("&page=")
                        ? Integer.parseInt(question.query().replaceFirst(".*&page=", ""))
                        : 1;
        int newest = 5 + newer - (page - 1) * 10;
        return IntStream.iterate(newest, id -> id > 5 && id > newest - 10, id -> id - 1)
                .mapToObj(id ->
                        recorded.moved(
                                """
                                {"id":%d,"sha":"6113728f27ae82c7b1a177c8d03f9e96e0adf246","ref":"main","environment":"production",
                                 "payload":{},"creator":{"login":"ada"},"created_at":"2026-01-31T12:10:00Z"}
                                """
                                        .formatted(id)))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
