package dev.runside.server.intake.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.intake.Counted;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Samples that come as signals of kind metric. */
@IntakeTest
class MetricSignalsTest {

    private static final String PATH = "/api/v1/signals";

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;
    @Autowired private JdbcClient database;

    @Test
    void aSampleOfAnIndicatorCountsOnceHoweverOftenItIsSent() {
        Counted answers = Counted.fromNowOn(server, "relay-availability");
        String sample =
                sample("\"indicator\":\"relay-availability\",\"good\":97,\"total\":\"100\"");
        String token = sender.source("*");

        assertThat(sender.post(PATH, token, sample).status()).isEqualTo(202);
        sender.post(PATH, token, sample);

        assertThat(answers.good()).isEqualTo(97);
        assertThat(answers.total()).isEqualTo(100);
    }

    @Test
    void aValueIsReadByTheGaugeAndCountedByTheRateThatAskForIt() {
        Counted queue = Counted.fromNowOn(server, "relay-queue");
        Counted sent = Counted.fromNowOn(server, "mails-sent");
        String token = sender.source("*");

        sender.post(PATH, token, of("\"metric\":\"mail.queue\",\"queue\":\"out\",\"value\":12.5"));
        sender.post(PATH, token, of("\"metric\":\"mail.sent\",\"value\":3"));

        assertThat(queue.total()).isEqualTo(12.5);
        assertThat(sent.total()).isEqualTo(3);
    }

    @Test
    void whatNoIndicatorCountsHasABaselineOfItsOwn() {
        String metric = sender.unique("disk.used");
        Counted used = Counted.fromNowOn(server, metric + "@hop:mail/relay");

        sender.post(PATH, sender.source("*"), of("\"metric\":\"" + metric + "\",\"value\":-0.5"));

        assertThat(used.total()).isEqualTo(-0.5);
        assertThat(
                        database.sql(
                                        "select count(*) from derived_indicator where metric = :metric")
                                .param("metric", metric)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsWrongIsNamedWithItsFieldAndWhatToDo() {
        assertRefused(
                sample("\"indicator\":\"relay-availability\",\"good\":\"many\",\"total\":1"),
                "attributes.good",
                "is not a number");
        assertRefused(of("\"metric\":\"m\""), "attributes.value", "is missing");
        assertRefused(
                of("\"metric\":\"m\",\"indicator\":\"i\",\"value\":1"),
                "attributes",
                "keep indicator, good and total, or metric and value");
        assertRefused(
                sample("\"indicator\":\"unheard-of\",\"good\":1,\"total\":1"),
                "attributes.indicator",
                "is no indicator of the catalog");
        assertRefused(
                signal(
                        "\"subject\":\"hop:mail/web\",",
                        "\"indicator\":\"relay-availability\",\"good\":1,\"total\":1"),
                "subject",
                "write hop:mail/relay");
    }

    private void assertRefused(String signal, String field, String detail) {
        Answer answer = sender.post(PATH, sender.source("*"), signal);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("\"field\":\"" + field + "\"").contains(detail);
    }

    private String of(String attributes) {
        return signal("\"subject\":\"hop:mail/relay\",", attributes);
    }

    private String sample(String attributes) {
        return signal("", attributes);
    }

    private String signal(String subject, String attributes) {
        return "{\"id\":\"%s\",\"kind\":\"metric\",%s\"attributes\":{%s}}"
                .formatted(sender.unique("metric"), subject, attributes);
    }
}
