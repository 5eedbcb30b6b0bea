package dev.runside.server.intake.lineage;

import static dev.runside.server.intake.MailCatalog.ROLLUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import dev.runside.server.intake.StoredSignals;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntakeTest
class LineageTest {

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;

    @Test
    void aRunsEventsAreStoredOnceUnderTheHopOfItsJob() {
        var stored = StoredSignals.fromNowOn(server);
        String token = sender.source("product:stats");
        String run = sender.unique("run");

        Answer start = sender.post("/api/v1/lineage", token, event(run, "START", "rollup"));
        sender.post("/api/v1/lineage", token, event(run, "START", "rollup"));
        sender.post("/api/v1/lineage", token, event(run, "FAIL", "rollup"));

        assertThat(start.status()).isEqualTo(201);
        assertThat(stored.told())
                .extracting(signal -> signal.attribute("state"))
                .containsExactly("START", "FAIL");
        Signal first = stored.told().getFirst();
        assertThat(first.kind()).isEqualTo("data-run");
        assertThat(first.subject()).contains(ROLLUP);
        assertThat(first.attribute("input.mails")).isEqualTo("id:bigint");
    }

    @Test
    void aJobOfAnothersHopIsRefused() {
        Answer answer =
                sender.post(
                        "/api/v1/lineage",
                        sender.source("product:mail"),
                        event("r", "START", "rollup"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("hop:stats/rollup");
    }

    @Test
    void whatIsNeitherOfARunNorOfAJobNorOfADataSetIsRefused() {
        Answer answer =
                sender.post(
                        "/api/v1/lineage",
                        sender.source("*"),
                        "{\"eventTime\":\"2026-01-31T12:00:00Z\",\"producer\":\"https://p.example\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("eventType").contains("run").contains("job");
    }

    @Test
    void aDataSetOfAnothersHopIsRefused() {
        Answer answer =
                sender.post(
                        "/api/v1/lineage",
                        sender.source("product:stats"),
                        """
                        {"eventTime":"2026-01-31T12:00:00Z","producer":"https://p.example","schemaURL":"https://s.example",
                         "dataset":{"namespace":"postgres://mail-db:5432","name":"mails"}}
                        """);

        assertThat(answer.status()).isEqualTo(403);
    }

    private static String event(String run, String state, String job) {
        return """
        {"eventType":"%s","eventTime":"2026-01-31T12:00:00Z","producer":"https://p.example","schemaURL":"https://s.example",
         "run":{"runId":"%s"},"job":{"namespace":"night","name":"%s"},
         "inputs":[{"namespace":"n","name":"mails","facets":{"schema":{"_producer":"p","_schemaURL":"s",
           "fields":[{"name":"id","type":"bigint"}]}}}]}
        """
                .formatted(state, run, job);
    }
}
