package dev.runside.server.intake.poll;

import static dev.runside.server.intake.MailCatalog.RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.Sender.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PagerDutyPollTest extends PollContract {

    private static final String PATH = "/log_entries";

    private String key = "";

    @Override
    protected String kind() {
        return "pagerduty";
    }

    @Override
    protected String target() {
        return "";
    }

    @Override
    protected void prepare() {
        key = sender.unique("queue");
        tool.answers(PATH, answer("log-entries"));
    }

    private String answer(String name) {
        return recorded.answer("pagerduty/" + name + ".json").replace("${key}", key);
    }

    @Test
    void anIncidentIsTriggeredAcknowledgedAndResolved() {
        poll();
        assertThat(kinds()).containsExactly("alert", "alert-acknowledged");
        Signal alert = told().getFirst();
        assertThat(alert.subject()).contains(RELAY);
        assertThat(alert.title()).isEqualTo("Queue too long");
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.attributes())
                .containsEntry("component", "relay")
                .containsEntry("dedup_key", key)
                .containsEntry("startsAt", recorded.moved("${now}"));

        tool.answers(PATH, answer("log-entries-resolved"));
        again();
        assertThat(kinds()).containsExactly("alert", "alert-acknowledged", "alert");
        assertThat(told().getLast().attribute("state")).isEqualTo("resolved");
        assertThat(tool.questions())
                .allMatch(each -> each.authorization().equals("Token token=" + SECRET));
    }

    @Test
    void whatWasToldAndIsAskedForAgainCountsOnce() {
        poll();
        database.sql("update poll set marks = marks - 'until'").update();
        again();
        tool.answers(PATH, answer("log-entries-resolved"));
        again();
        tool.answers(PATH, answer("log-entries"));
        again();

        assertThat(kinds()).containsExactly("alert", "alert-acknowledged", "alert");
    }

    @Test
    void theSameByAnEventAndByPollCountsOnce() {
        event("trigger");
        poll();
        assertThat(kinds()).containsExactly("alert", "alert-acknowledged");

        event("resolve");
        tool.answers(PATH, answer("log-entries-resolved"));
        again();
        assertThat(kinds()).containsExactly("alert", "alert-acknowledged", "alert");
        assertThat(told().stream().map(each -> each.attribute("startsAt")).distinct()).hasSize(1);
    }

    @Test
    void moreThanCanBePagedThroughIsAskedForInShorterSpans() {
        tool.answers(
                PATH,
                question ->
                        answer("nothing")
                                .replace(
                                        "\"more\": false",
                                        "\"more\": " + isLong(question.query())));
        poll();

        assertThat(trouble()).isEmpty();
        assertThat(tool.questions().getLast().query()).contains("offset=0");
        assertThat(tool.questions().size()).isGreaterThan(20);
    }

    private static boolean isLong(String query) {
        return Duration.between(time(query, "since"), time(query, "until")).toHours() >= 7;
    }

    private static Instant time(String query, String name) {
        return Instant.parse(query.replaceFirst(".*&" + name + "=", "").replaceFirst("&.*", ""));
    }

    private void event(String action) {
        Answer answer =
                sender.post(
                        "/v2/enqueue",
                        "none",
                        """
                        {"routing_key":"%s","event_action":"%s","dedup_key":"%s",
                         "payload":{"summary":"Queue too long","source":"prod-1.example.com","severity":"critical","component":"relay"}}
                        """
                                .formatted(token, action, key));
        assertThat(answer.status()).isEqualTo(202);
    }
}
