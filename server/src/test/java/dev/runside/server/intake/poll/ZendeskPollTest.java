package dev.runside.server.intake.poll;

import static dev.runside.server.intake.MailCatalog.MAIL;
import static dev.runside.server.intake.MailCatalog.RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.intake.Hooks;
import dev.runside.server.intake.poll.AnsweringTool.Question;
import dev.runside.server.intake.poll.AnsweringTool.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZendeskPollTest extends PollContract {

    private static final String PATH = "/api/v2/incremental/tickets/cursor.json";

    @Override
    protected String kind() {
        return "zendesk";
    }

    @Override
    protected String target() {
        return "example";
    }

    @Override
    protected String secret() {
        return "ada@example.org/token:" + SECRET;
    }

    @Override
    protected void prepare() {
        tool.answers(
                PATH,
                question ->
                        recorded.answer(
                                question.query().contains("cursor=MTc2OTg2MDg2MXx8NTE1OA==")
                                        ? "zendesk/tickets-next.json"
                                        : question.query().contains("cursor=")
                                                ? "zendesk/nothing.json"
                                                : "zendesk/tickets-first.json"));
    }

    @Test
    void newTicketsAreToldWithoutWhatIsTheCustomers() {
        poll();

        List<Signal> told = told();
        assertThat(kinds()).containsExactly("ticket", "ticket");
        assertThat(told.getFirst().subject()).contains(RELAY);
        assertThat(told.getFirst().title()).isEqualTo("No mail for [mail]");
        assertThat(told.getFirst().attribute("text")).isEqualTo("Call me: [phone].");
        assertThat(told.getLast().subject()).contains(MAIL);
        assertThat(tool.questions())
                .allMatch(each ->
                        each.authorization()
                                .equals(
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(
                                                                secret().getBytes(
                                                                                StandardCharsets
                                                                                        .UTF_8))));
    }

    @Test
    void theExportIsReadOnFromItsCursor() {
        poll();
        again();

        assertThat(tool.questions()).extracting(Question::query).hasSize(3);
        assertThat(tool.questions().getFirst().query()).contains("start_time=");
        assertThat(tool.questions().getLast().query()).endsWith("cursor=MTc2OTg2MDg2Mnx8NTE1OQ==");
        assertThat(kinds()).hasSize(2);
    }

    @Test
    void theSameByWebhookAndByPollCountsOnce() {
        new Hooks(server, sender)
                .zendesk(
                        token,
                        recorded.moved(
                                """
                                {"id":"cbe4028c-7239-495d-b020-f22348516046","type":"zen:event-type:ticket.created","time":"${now}","event":{},
                                 "detail":{"id":"5158","subject":"No mail for bob@mail.example.org","description":"Call me: +49 30 1234567.",
                                   "status":"NEW","requester_id":"17","tags":["relay"],"created_at":"${now}"}}
                                """));
        assertThat(kinds()).containsExactly("ticket");

        poll();
        assertThat(told()).extracting(Signal::id).containsExactly("zendesk/5158", "zendesk/5159");
    }

    @Test
    void whoIsToldToComeAgainLaterDoes() {
        tool.inTrouble(new Trouble(429, Map.of("Retry-After", "600"), ""));
        poll();

        Instant later = Instant.now().plusSeconds(600);
        assertThat(next()).isBetween(later.minusSeconds(10), later.plusSeconds(10));
        assertThat(trouble()).endsWith("was answered with 429");
    }
}
