package dev.runside.server.intake.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.Soon;
import dev.runside.server.access.TestTokens;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import dev.runside.server.intake.StoredSignals;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A tool that answers what was recorded, and a source that polls it. */
@IntakeTest
abstract class PollContract {

    static final String SECRET = "github_pat_of_nobody";

    @Autowired protected Sender sender;
    @Autowired protected ApplicationContext server;
    @Autowired protected JdbcClient database;

    protected final Recorded recorded = new Recorded();
    protected StoredSignals stored;
    protected String token;
    protected String name;
    protected AnsweringTool tool;

    @BeforeEach
    void begin() throws IOException {
        stored = StoredSignals.fromNowOn(server);
        token = sender.newSource("product:mail");
        name = TestTokens.of(server).sourceOf(token);
        tool = new AnsweringTool();
        prepare();
    }

    @AfterEach
    void end() {
        database.sql("delete from poll").update();
        tool.close();
    }

    protected abstract void prepare();

    protected abstract String kind();

    protected abstract String target();

    protected String secret() {
        return SECRET;
    }

    /** Sets the poll up; returns when its first round is over. */
    protected void poll() {
        Answer answer = put(admin(), name, tool.url(), target());
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        done();
    }

    /** Another round. */
    protected void again() {
        database.sql("update poll set next_at = 'epoch'").update();
        done();
    }

    private void done() {
        Soon.get(this::next, next -> next.isAfter(Instant.now().plusSeconds(5)));
    }

    protected Answer put(String person, String source, String base, String target) {
        return sender.send(
                sender.request("/api/v1/sources/" + source + "/poll", person)
                        .header("Content-Type", "application/json")
                        .PUT(
                                BodyPublishers.ofString(
                                        "{\"tool\":\"%s\",\"baseUrl\":\"%s\",\"target\":\"%s\",\"token\":\"%s\"}"
                                                .formatted(kind(), base, target, secret())))
                        .build());
    }

    protected String admin() {
        return TestTokens.of(server).admin(sender.unique("root"));
    }

    /** As {@code runside sources} sees it. */
    protected JsonNode report() {
        return sender.send(sender.request("/api/v1/sources", admin()).GET().build())
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("source").asString().equals("source:" + name))
                .findFirst()
                .orElseThrow();
    }

    protected String trouble() {
        return report().path("poll").path("trouble").asString();
    }

    protected Instant next() {
        return database.sql("select next_at from poll")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    protected List<Signal> told() {
        return stored.toldBy(name);
    }

    protected List<String> kinds() {
        return told().stream().map(Signal::kind).toList();
    }
}
