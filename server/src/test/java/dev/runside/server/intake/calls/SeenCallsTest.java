package dev.runside.server.intake.calls;

import static dev.runside.server.intake.MailCatalog.RELAY;
import static dev.runside.server.intake.MailCatalog.ROLLUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.catalog.Call;
import dev.runside.server.access.TestTokens;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.storage.ServerClock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Which hop calls which, from spans. */
@IntakeTest
class SeenCallsTest {

    private static final String CLIENT = "00000000000000c1";

    @Autowired private ApplicationContext server;
    @Autowired private Sender sender;
    @Autowired private SeenCalls calls;
    @Autowired private CallTable table;
    @Autowired private Catalogs catalogs;
    @Autowired private ServerClock clock;
    @Autowired private JdbcClient database;

    private String token;

    @BeforeEach
    void begin() {
        token = sender.source("*");
    }

    @Test
    void aCallIsListedOnceItWasSeenThreeTimesWhicheverEndIsToldFirst() {
        String trace = trace();
        send(client("rollup", trace), server("relay", trace));
        trace = trace();
        send(server("relay", trace), client("rollup", trace));
        assertThat(catalogs.current().graph().dependsOn(ROLLUP, RELAY)).isFalse();
        trace = trace();
        send(server("relay", trace));
        send(client("rollup", trace));

        JsonNode seen = listed();
        assertThat(seen.path("from").asString()).isEqualTo("hop:stats/rollup");
        assertThat(seen.path("to").asString()).isEqualTo("hop:mail/relay");
        assertThat(seen.path("count").asLong()).isEqualTo(3);
        assertThat(seen.path("proposal").asString())
                .isEqualTo("in the spec of a Flow: path: [hop:stats/rollup, hop:mail/relay]");
        assertThat(calls.completed(catalogs.current()).graph().dependsOn(ROLLUP, RELAY)).isTrue();

        calls.flush();
        try (SeenCalls afterRestart = new SeenCalls(table, catalogs, clock)) {
            assertThat(afterRestart.undeclared())
                    .extracting(SeenCall::call)
                    .contains(new Call(ROLLUP, RELAY));
        }
    }

    @Test
    void whatTheCatalogDeclaresAndWhatNobodyKnowsIsNotKept() {
        for (int times = 0; times < 4; times++) {
            String trace = trace();
            send(client("web", trace), server("relay", trace));
            send(client("nobody-knows", trace()), server("relay", trace()));
        }
        calls.flush();

        assertThat(
                        database.sql("select count(*) from seen_call where caller = 'hop:mail/web'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void aSourceThatMayNotSpeakForAHopSaysNothingOfWhatItCalls() {
        String stranger = sender.source("hop:mail/web");
        for (int times = 0; times < 4; times++) {
            String trace = trace();
            post(stranger, client("relay", trace), server("rollup", trace));
        }

        assertThat(calls.completed(catalogs.current()).graph().dependsOn(RELAY, ROLLUP)).isFalse();
    }

    private JsonNode listed() {
        String admin = TestTokens.of(server).admin(sender.unique("root"));
        return sender.send(sender.request("/api/v1/intake/calls", admin).GET().build())
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("from").asString().equals(ROLLUP.toString()))
                .findFirst()
                .orElseThrow();
    }

    private void send(String... spans) {
        assertThat(post(token, spans)).isEqualTo(200);
    }

    private int post(String by, String... spans) {
        return sender.post(
                        "/v1/traces", by, "{\"resourceSpans\": [" + String.join(",", spans) + "]}")
                .status();
    }

    private static String trace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static String client(String service, String trace) {
        return span(service, trace, CLIENT, "", 3);
    }

    private static String server(String service, String trace) {
        return span(service, trace, "00000000000000f2", CLIENT, 2);
    }

    private static String span(String service, String trace, String span, String parent, int kind) {
        return """
        {"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "%s"}}]},
         "scopeSpans": [{"spans": [{"traceId": "%s", "spanId": "%s", "parentSpanId": "%s", "kind": %d, "name": "send",
           "startTimeUnixNano": "%2$d", "endTimeUnixNano": "%2$d"}]}]}
        """
                .replace("%2$d", Long.toString(System.currentTimeMillis() * 1_000_000))
                .formatted(service, trace, span, parent, kind);
    }
}
