package dev.runside.server.intake.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.Soon;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import dev.runside.server.intake.StoredSignals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Occurrences: what is new, what is known, what is over. */
@IntakeTest
class AlertsTest {

    private static final String PATH = "/api/v2/alerts";

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;
    @Autowired private JdbcClient database;

    private final Instant begin = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.MILLIS);
    private String token = "";
    private String id = "";
    private StoredSignals stored;

    @BeforeEach
    void begin() {
        token = sender.source("*");
        id = sender.unique("alert");
        stored = StoredSignals.fromNowOn(server);
    }

    @Test
    void aRepeatWithALaterEndWritesNothing() {
        post(alert(begin, Instant.now().plusSeconds(240)));
        String written = written();
        for (int repeat = 1; repeat < 5; repeat++) {
            assertThat(post(alert(begin, Instant.now().plusSeconds(240 + repeat))).status())
                    .isEqualTo(200);
        }

        assertThat(stored.told()).hasSize(1);
        assertThat(written()).isEqualTo(written);
    }

    @Test
    void anotherWordIsStoredAndRaisesNothing() {
        post(alert(begin, Instant.now().plusSeconds(240)));
        post(alert(begin, Instant.now().plusSeconds(240)).replace("17 mails", "18 mails"));

        assertThat(stored.told()).hasSize(1);
        assertThat(written()).contains("18 mails");
    }

    @Test
    void anEndThatHasPassedOnReceiptResolves() {
        post(alert(begin, Instant.now().plusSeconds(240)));
        post(alert(begin, Instant.now().minusSeconds(1)));
        post(alert(begin, Instant.now().minusSeconds(1)));

        assertThat(stored.told())
                .extracting(signal -> signal.attribute("state"))
                .containsExactly("firing", "resolved");
        assertThat(stored.told())
                .extracting(Signal::fingerprint)
                .containsOnly(stored.told().getFirst().fingerprint());
    }

    @Test
    void anEndThatPassesInSilenceResolvesNothingAndIsSaidToBeStale() throws Exception {
        post(alert(begin, Instant.now().plusSeconds(2)));
        Soon.get(
                () -> get("?filter=id%3D" + id),
                answer -> answer.text().contains("not repeated since"));

        assertThat(get("?filter=id%3D" + id).text()).contains("\"state\":\"active\"");
        Soon.get(stored::told, all -> all.size() == 2);
        assertThat(stored.told())
                .extracting(signal -> signal.kind() + " " + signal.attribute("state"))
                .containsExactly("alert firing", "alert stale");
    }

    @Test
    void whatIsRepeatedAgainIsNoLongerStaleAndBothAreToldOnce() throws Exception {
        post(alert(begin, Instant.now().plusSeconds(2)));
        Soon.get(stored::told, all -> all.size() == 2);
        post(alert(begin, Instant.now().plusSeconds(240)));
        post(alert(begin, Instant.now().plusSeconds(240)));

        assertThat(stored.told())
                .extracting(signal -> signal.kind() + " " + signal.attribute("state"))
                .containsExactly("alert firing", "alert stale", "alert repeated");
        assertThat(stored.told())
                .extracting(Signal::fingerprint)
                .containsOnly(stored.told().getFirst().fingerprint());
        assertThat(get("?filter=id%3D" + id).text()).doesNotContain("not repeated since");
    }

    @Test
    void firingAgainAfterResolvingIsNewAndTheOldOccurrenceDoesNotComeBack() {
        post(alert(begin, Instant.now().plusSeconds(240)));
        post(alert(begin, Instant.now().minusSeconds(1)));
        post(alert(begin, Instant.now().plusSeconds(240)));
        post(alert(begin.plusSeconds(300), Instant.now().plusSeconds(240)));

        assertThat(stored.told())
                .extracting(signal -> signal.attribute("state"))
                .containsExactly("firing", "resolved", "firing");
    }

    @Test
    void ofTwoReplicasTheConditionHoldsUntilBothHaveEndedIt() {
        post(alert(begin, Instant.now().plusSeconds(240)));
        post(alert(begin.plusSeconds(5), Instant.now().plusSeconds(240)));
        post(alert(begin.plusSeconds(5), Instant.now().minusSeconds(2)));
        post(alert(begin, Instant.now().minusSeconds(1)));

        assertThat(stored.told())
                .extracting(Signal::kind)
                .containsExactly("alert", "alert", "alert-over-in-part", "alert");
        assertThat(stored.told().getLast().attribute("state")).isEqualTo("resolved");
    }

    @Test
    void whatFiredBeforeItsSourceWasConnectedCountsFromItsNextChange() {
        token = sender.newSource("*");
        post(alert(begin, Instant.now().plusSeconds(240)));
        post(alert(begin, Instant.now().minusSeconds(1)));
        post(alert(Instant.now(), Instant.now().plusSeconds(240)));

        assertThat(stored.told())
                .extracting(signal -> signal.kind() + " " + signal.attribute("state"))
                .containsExactly("alert-before firing", "alert resolved", "alert firing");
    }

    @Test
    void withoutABeginItIsAboutWhatHolds() {
        String without =
                alert(begin, Instant.now()).replaceAll("\"(starts|ends)At\":\"[^\"]*\",", "");
        post(without);
        post(without);

        assertThat(stored.told()).hasSize(1);
    }

    @Test
    void ofABatchTheValidAreStoredAndTheOthersNamed() {
        Answer answer =
                post(alert(begin, Instant.now().plusSeconds(240)), "{\"labels\":{\"a\":\"\"}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("\"at least one label pair required\"");
        assertThat(stored.told()).hasSize(1);
    }

    @Test
    void errorsReadAsAlertmanagersDo() {
        assertThat(sender.post(PATH, token, "[]").status()).isEqualTo(200);
        assertThat(sender.post(PATH, token, "").text())
                .isEqualTo("{\"code\":602,\"message\":\"alerts in body is required\"}");
        assertThat(sender.post(PATH, token, "[{\"annotations\":{}}]").status()).isEqualTo(422);
        assertThat(sender.post(PATH, token, "[{\"annotations\":{}}]").text())
                .isEqualTo("{\"code\":602,\"message\":\"0.labels in body is required\"}");
        assertThat(post(alert(begin, begin.minusSeconds(1))).text())
                .isEqualTo("\"start time must be before end time\"");
        assertThat(get("?filter=job~").text()).isEqualTo("\"bad matcher format: job~\"");
        assertThat(
                        sender.send(
                                        sender.request(
                                                        "/api/v2/silence/9b8c9f3e-39b3-4b3e-8f3c-2d7c0a3b9f11",
                                                        token)
                                                .DELETE()
                                                .build())
                                .status())
                .isEqualTo(404);
    }

    private Answer post(String... alerts) {
        return sender.post(PATH, token, "[" + String.join(",", alerts) + "]");
    }

    private Answer get(String query) {
        return sender.send(sender.request(PATH + query, token).GET().build());
    }

    private String alert(Instant startsAt, Instant endsAt) {
        return """
        {"startsAt":"%s","endsAt":"%s","labels":{"alertname":"Queue","id":"%s","job":"relay"},
         "annotations":{"summary":"17 mails wait"},"generatorURL":"http://prometheus.example/graph"}
        """
                .formatted(startsAt, endsAt, id);
    }

    /** The row and the transaction that wrote it. */
    private String written() {
        return database.sql(
                        "select xmin::text || ' ' || annotations::text from alert where identity->>'id' = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
