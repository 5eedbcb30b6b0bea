package dev.runside.server.intake.signals;

import static dev.runside.server.intake.MailCatalog.DB;
import static dev.runside.server.intake.MailCatalog.RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import dev.runside.server.intake.StoredSignals;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntakeTest
class SignalsTest {

    private static final String PATH = "/api/v1/signals";

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;
    @Autowired private JdbcClient database;

    private StoredSignals stored;

    @BeforeEach
    void begin() {
        stored = StoredSignals.fromNowOn(server);
    }

    @Test
    void aSignalIsStoredBeforeItsAnswerWithAllThatItSaid() {
        String id = sender.unique("gone");
        Answer answer =
                sender.post(
                        PATH,
                        sender.agent(),
                        """
                        {"id":"%s","kind":"process-gone","subject":"hop:mail/relay","time":"2026-01-31T13:00:00.1234+01:00",
                         "severity":"critical","function":"platform","layer":"machinery","title":"relay is gone",
                         "attributes":{"pid":4711,"service":"relay"}}
                        """
                                .formatted(id));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text()).isEqualTo("{\"accepted\":1,\"duplicates\":0}");
        Signal first = stored.told().getFirst();
        assertThat(first.id()).isEqualTo(id);
        assertThat(first.source()).isEqualTo(Ref.parse("agent:local"));
        assertThat(first.time()).isEqualTo(Instant.parse("2026-01-31T12:00:00.123Z"));
        assertThat(first.receivedAt())
                .isBetween(
                        Instant.now().minus(1, ChronoUnit.MINUTES), Instant.now().plusSeconds(5));
        assertThat(first.subject()).contains(RELAY);
        assertThat(first.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(first.title()).isEqualTo("relay is gone");
        assertThat(first.attributes())
                .containsEntry("pid", "4711")
                .containsEntry("function", "platform")
                .containsEntry("layer", "machinery");
    }

    @Test
    void whatRunsideSaysOfItsSourcesNobodyElseSays() {
        Answer answer =
                sender.post(
                        PATH,
                        sender.agent(),
                        """
                        {"id":"%s","kind":"source-state","attributes":{"condition":"source-silent"}}
                        """
                                .formatted(sender.unique("state")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Runside's own word");
        assertThat(stored.told()).isEmpty();
    }

    @Test
    void theSameOccurrenceCountsOnceForItsSourceWhateverElseItSays() {
        String id = sender.unique("same");
        String token = sender.source("*");
        String other = sender.source("*");

        assertThat(sender.post(PATH, token, signal(id)).text()).contains("\"accepted\":1");
        assertThat(sender.post(PATH, token, signal(id).replace("alert", "no-answer")).text())
                .isEqualTo("{\"accepted\":0,\"duplicates\":1}");
        assertThat(sender.post(PATH, token, "[" + signal(id) + "," + signal(id + "b") + "]").text())
                .isEqualTo("{\"accepted\":1,\"duplicates\":1}");
        assertThat(sender.post(PATH, other, signal(id)).text()).contains("\"accepted\":1");
        assertThat(stored.told()).hasSize(3);
    }

    @Test
    void aBatchKeepsItsOrderAndCountsWhatItRepeats() {
        String prefix = sender.unique("row");
        List<String> ids = IntStream.range(0, 500).mapToObj(at -> prefix + "-" + at).toList();
        String batch = String.join(",", ids.stream().map(SignalsTest::signal).toList());

        Answer answer =
                sender.post(PATH, sender.source("*"), "[" + batch + "," + signal(ids.get(7)) + "]");

        assertThat(answer.text()).isEqualTo("{\"accepted\":500,\"duplicates\":1}");
        assertThat(stored.told()).extracting(Signal::id).containsExactlyElementsOf(ids);
    }

    @Test
    void ofABatchWithABadItemNothingIsStoredAndEachErrorIsNamed() {
        Answer answer =
                sender.post(
                        PATH,
                        sender.source("*"),
                        """
                        [{"id":"1","kind":"alert","subject":"hop:mail/relay"},
                         {"id":"2","kind":"Alert!","subject":"relay","time":"yesterday","severity":"awful","colour":"red"},
                         {"kind":"alert","attributes":{"a":["b"]}}]
                        """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("errors").valueStream())
                .extracting(
                        error -> error.path("index").asInt() + " " + error.path("field").asString())
                .containsExactlyInAnyOrder(
                        "1 kind",
                        "1 subject",
                        "1 time",
                        "1 severity",
                        "1 colour",
                        "2 id",
                        "2 attributes.a");
        assertThat(stored.told()).isEmpty();
    }

    @Test
    void aSourceMaySpeakOnlyForWhatItIsBoundTo() {
        String token = sender.source("product:mail");
        String id = sender.unique("bound");

        Answer refused =
                sender.post(
                        PATH,
                        token,
                        "["
                                + signal(id)
                                + ","
                                + signal(id + "b").replace("mail/relay", "stats/rollup")
                                + "]");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("errors").path(0).path("index").asInt()).isEqualTo(1);
        assertThat(refused.json().path("detail").asString()).contains("hop:stats/rollup");
        assertThat(stored.told()).isEmpty();
        assertThat(sender.post(PATH, token, signal(id)).status()).isEqualTo(202);
    }

    @Test
    void aServiceNameFindsItsHopAndAnUnknownOneIsKeptAndCounted() throws Exception {
        String source = sender.unique("names");
        String token = sender.sourceNamed(source);
        String unknown = sender.unique("cron");
        sender.post(
                PATH,
                token,
                """
                [{"id":"a","kind":"alert","attributes":{"service.name":"relay"}},
                 {"id":"b","kind":"alert","attributes":{"job":"mail-db"}},
                 {"id":"c","kind":"alert","attributes":{"service":"%1$s"}},
                 {"id":"d","kind":"alert","subject":"hop:mail/%1$s"}]
                """
                        .formatted(unknown));

        assertThat(stored.toldBy(source))
                .extracting(signal -> signal.subject().map(Ref::toString).orElse("none"))
                .containsExactly(RELAY.toString(), DB.toString(), "none", "none");
        assertThat(stored.toldBy(source).get(3).attribute("unmapped"))
                .isEqualTo("hop:mail/" + unknown);
        awaitUnmapped(unknown);
    }

    @Test
    void aTimeInTheFutureIsKeptAndNotJudgedBy() {
        sender.post(
                PATH,
                sender.source("*"),
                signal(sender.unique("future"))
                        .replace("}", ",\"time\":\"2099-01-01T00:00:00Z\"}"));

        Signal first = stored.told().getFirst();
        assertThat(first.time()).isEqualTo(Instant.parse("2099-01-01T00:00:00Z"));
        assertThat(first.judgedAt()).isEqualTo(first.receivedAt());
    }

    @Test
    void aPackedBodyIsReadAndOneThatUnpacksToTooMuchIsRefused() {
        String token = sender.source("*");
        byte[] good = Sender.packed(signal(sender.unique("packed")).getBytes());
        byte[] bomb = Sender.packed(new byte[200 * 1024 * 1024]);

        assertThat(packed(token, good).status()).isEqualTo(202);
        assertThat(packed(token, bomb).status()).isEqualTo(413);
        assertThat(packed(token, "not gzip".getBytes()).status()).isEqualTo(400);
        assertThat(stored.told()).hasSize(1);
    }

    @Test
    void onlySourcesAndAgentsReportAndOnlyInJson() {
        assertThat(sender.post(PATH, "rs_source_unknown", signal("x")).status()).isEqualTo(401);
        assertThat(
                        sender.send(
                                        sender.request(PATH, sender.source("*"))
                                                .header("Content-Type", "text/plain")
                                                .POST(BodyPublishers.ofString(signal("x")))
                                                .build())
                                .status())
                .isEqualTo(415);
        assertThat(stored.told()).isEmpty();
    }

    private Answer packed(String token, byte[] body) {
        return sender.send(
                sender.request(PATH, token)
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    private static String signal(String id) {
        return "{\"id\":\"%s\",\"kind\":\"alert\",\"subject\":\"hop:mail/relay\"}".formatted(id);
    }

    private void awaitUnmapped(String name) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(10);
        while (unmapped(name) < 1) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
        assertThat(unmapped("hop:mail/" + name)).isEqualTo(1);
    }

    private long unmapped(String name) {
        return database.sql("select coalesce(sum(count), 0) from unmapped_name where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
