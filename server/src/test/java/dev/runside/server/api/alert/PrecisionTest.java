package dev.runside.server.api.alert;

import static dev.runside.server.MailCompany.gone;
import static dev.runside.server.MailCompany.relay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.estate.Input;
import dev.runside.core.triage.Finding;
import dev.runside.server.ApiClient;
import dev.runside.server.MailCompanyTest;
import dev.runside.server.access.TestTokens;
import dev.runside.server.engine.Engine;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How often an alert fired, and how often anybody had to act. */
@MailCompanyTest
class PrecisionTest {

    private static final Ref ADA = Ref.parse("user:ada");

    @Autowired private ApplicationContext server;
    @Autowired private Engine engine;
    @Autowired private JdbcClient database;

    @LocalServerPort private int port;

    private ApiClient ada;

    @BeforeEach
    void enrol() {
        ada = new ApiClient(port, TestTokens.of(server).person("ada"));
    }

    @Test
    void whatRecoversByItselfNeededNobodyThoughSomebodyAcknowledgedIt() {
        Ref hop = relay(25);
        fires(hop);
        assertThat(alert(hop).path("open").asLong()).isEqualTo(1);
        assertThat(alert(hop).path("precision").isNull()).isTrue();

        engine.submit(new Input.Acknowledge(incident(hop), ADA)).join();
        isOver(hop);

        assertThat(alert(hop).path("nobody").asLong()).isEqualTo(1);
        assertThat(alert(hop).path("acted").asLong()).isZero();
        assertThat(alert(hop).path("precision").asDouble()).isZero();
    }

    @Test
    void whatSomebodyResolvedWithItsCauseNeededSomebody() {
        Ref hop = relay(26);
        fires(hop);
        isOver(hop);
        engine.submit(new Input.Resolve(incident(hop), ADA, "a full disk")).join();
        fires(hop);
        isOver(hop);

        JsonNode alert = alert(hop);
        assertThat(alert.path("fired").asLong()).isEqualTo(2);
        assertThat(alert.path("incidents").asLong()).isEqualTo(2);
        assertThat(alert.path("acted").asLong()).isEqualTo(1);
        assertThat(alert.path("nobody").asLong()).isEqualTo(1);
        assertThat(alert.path("precision").asDouble()).isEqualTo(0.5);
    }

    @Test
    void theOneThatFiredMostOftenForNothingComesFirstAndOldOnesAreNotCounted() {
        Ref noisy = relay(27);
        for (int times = 0; times < 3; times++) {
            fires(noisy);
            isOver(noisy);
            aged(noisy);
        }
        JsonNode first = ada.get("/api/v1/alerts/precision?days=1").body().at("/items/0");
        assertThat(first.path("subject").asString()).isEqualTo(noisy.toString());
        assertThat(first.path("nobody").asLong()).isEqualTo(3);

        database.sql("update firing set at = at - interval '2 days' where subject = :subject")
                .param("subject", noisy.toString())
                .update();
        assertThat(ada.get("/api/v1/alerts/precision?days=1").body().toString())
                .doesNotContain(noisy.toString());
    }

    @Test
    void itIsListedPageByPageAndWrongNumbersAreNamed() {
        fires(relay(28));
        fires(relay(29));
        JsonNode page = ada.get("/api/v1/alerts/precision?limit=1").body();

        assertThat(page.path("items").size()).isEqualTo(1);
        assertThat(page.path("next").asLong()).isEqualTo(1);
        assertThat(ada.get("/api/v1/alerts/precision?days=0").status()).isEqualTo(400);
        assertThat(ada.get("/api/v1/alerts/precision?limit=201").status()).isEqualTo(400);
        assertThat(new ApiClient(port, "").get("/api/v1/alerts/precision").status()).isEqualTo(401);
    }

    private void fires(Ref hop) {
        engine.submit(new Input.Raised(gone(hop))).join();
    }

    private void isOver(Ref hop) {
        engine.submit(
                        new Input.Cleared(
                                Finding.key("process-gone", hop, ""), Instant.now(), "answers"))
                .join();
    }

    /** So long ago that what comes back is an incident of its own. */
    private void aged(Ref hop) {
        engine.submit(new Input.Resolve(incident(hop), ADA, "")).join();
        database.sql(
                        """
                        update incident set state = 'RECOVERED'
                         where id = (select incident from firing where subject = :subject order by at desc limit 1)
                        """)
                .param("subject", hop.toString())
                .update();
    }

    private String incident(Ref hop) {
        return database.sql(
                        "select incident from firing where subject = :subject order by at desc limit 1")
                .param("subject", hop.toString())
                .query(String.class)
                .single();
    }

    private JsonNode alert(Ref hop) {
        return ada.get("/api/v1/alerts/precision?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("subject").asString().equals(hop.toString()))
                .findFirst()
                .orElseThrow();
    }
}
