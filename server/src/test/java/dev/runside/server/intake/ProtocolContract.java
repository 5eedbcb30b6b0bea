package dev.runside.server.intake;

import static dev.runside.server.intake.MailCatalog.RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.server.Soon;
import dev.runside.server.intake.Sender.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What every protocol must keep, whatever its form: a new one extends this, says how its bodies
 * look, and adds what is peculiar to it.
 */
@IntakeTest
public abstract class ProtocolContract {

    @Autowired protected Sender sender;
    @Autowired protected ApplicationContext server;
    @Autowired private JdbcClient database;

    protected StoredSignals stored;

    /**
     * What a body is to say.
     *
     * @param token whose it is: some protocols have it in the body
     * @param id names the occurrence
     * @param service under which name it speaks of its hop
     */
    public record Said(String token, String id, String service) {}

    /** Where it is sent. */
    protected abstract String path();

    /** A body that the standard allows, with one occurrence. */
    protected abstract String body(Said said);

    /** A body of which something is wrong; where it may hold many, the first is right. */
    protected abstract String malformed(Said said);

    /** What the answer to that must name. */
    protected abstract String malformedField();

    protected String contentType() {
        return "application/json";
    }

    protected int refusedToken() {
        return 401;
    }

    protected int forbidden() {
        return 403;
    }

    /** Fails where an error is not in the form of the protocol. */
    protected void isOwnError(Answer answer) {
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("fix").asString()).isNotBlank();
    }

    @BeforeEach
    void remember() {
        stored = StoredSignals.fromNowOn(server);
    }

    @Test
    final void whatIsAcknowledgedIsStoredUnderItsHop() {
        Answer answer = send(said("relay"));

        assertThat(answer.status()).as(answer.text()).isBetween(200, 202);
        assertThat(stored.told()).isNotEmpty();
        assertThat(stored.told())
                .allMatch(signal -> signal.subject().filter(RELAY::equals).isPresent());
    }

    @Test
    final void theSameSentAgainCountsOnce() {
        Said said = said("relay");
        send(said);
        int once = stored.told().size();

        assertThat(send(said).status()).isBetween(200, 202);
        assertThat(stored.told()).hasSize(once);
    }

    @Test
    final void whatMapsToNothingIsKeptAndCounted() {
        String unknown = sender.unique("cron");

        assertThat(send(said(unknown)).status()).isBetween(200, 202);
        assertThat(stored.told()).isNotEmpty().allMatch(signal -> signal.subject().isEmpty());
        Soon.get(() -> timesUnmapped(unknown), times -> times > 0);
    }

    @Test
    final void whatItsSourceMayNotSpeakOfIsRefusedAndNotStored() {
        Answer answer = send(new Said(sender.source("product:stats"), sender.unique("o"), "relay"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(forbidden());
        assertThat(answer.text()).contains("hop:mail/relay");
        isOwnError(answer);
        assertThat(stored.told()).isEmpty();
    }

    @Test
    final void ofAMalformedBodyNothingIsStoredAndTheAnswerNamesTheField() {
        Said said = said("relay");
        Answer answer = send(said.token(), malformed(said));

        assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
        assertThat(answer.text()).contains(malformedField());
        isOwnError(answer);
        assertThat(stored.told()).isEmpty();
    }

    @Test
    final void whatIsNotJsonIsRefused() {
        Said said = said("relay");
        Answer answer = send(said.token(), body(said) + "}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        isOwnError(answer);
        assertThat(stored.told()).isEmpty();
    }

    @Test
    final void aBodyThatIsTooLargeIsRefused() {
        Said said = said("relay");
        Answer answer = send(said.token(), body(said) + " ".repeat(9 * 1024 * 1024));

        assertThat(answer.status()).isEqualTo(413);
        isOwnError(answer);
        assertThat(stored.told()).isEmpty();
    }

    @Test
    final void aPackedBodyIsRead() {
        Said said = said("relay");
        byte[] packed = Sender.packed(body(said).getBytes(StandardCharsets.UTF_8));
        Answer answer =
                sender.send(
                        request(said.token(), body(said))
                                .header("Content-Encoding", "gzip")
                                .POST(BodyPublishers.ofByteArray(packed))
                                .build());

        assertThat(answer.status()).as(answer.text()).isBetween(200, 202);
        assertThat(stored.told()).isNotEmpty();
    }

    @Test
    final void aTokenThatOpensNothingIsRefused() {
        Answer answer = send(new Said("rs_source_guessed", sender.unique("o"), "relay"));

        assertThat(answer.status()).isEqualTo(refusedToken());
        assertThat(answer.text()).doesNotContain("rs_source_guessed");
        assertThat(stored.told()).isEmpty();
    }

    @Test
    final void aFullServerSaysSoAndTakesTheSameLater() throws Exception {
        Said said = said("relay");
        Answer full = new FullServer(server, sender).during(() -> send(said));
        stored = StoredSignals.fromNowOn(server);

        assertThat(full.status()).as(full.text()).isEqualTo(429);
        assertThat(full.header("Retry-After")).isNotEmpty();
        isOwnError(full);
        assertThat(send(said).status()).isBetween(200, 202);
        assertThat(stored.told()).isNotEmpty();
    }

    protected final Said said(String service) {
        return new Said(sender.source("*"), sender.unique("o"), service);
    }

    protected final Answer send(Said said) {
        return send(said.token(), body(said));
    }

    protected final Answer send(String token, String body) {
        return sender.send(request(token, body).POST(BodyPublishers.ofString(body)).build());
    }

    protected final List<String> kinds() {
        return stored.told().stream().map(Signal::kind).toList();
    }

    protected final List<String> subjects() {
        return stored.told().stream()
                .map(signal -> signal.subject().map(Ref::toString).orElse("none"))
                .toList();
    }

    /** A request for this body; some protocols prove by the body who sends it. */
    protected HttpRequest.Builder request(String token, String body) {
        return request(token);
    }

    protected HttpRequest.Builder request(String token) {
        return sender.request(path(), token).header("Content-Type", contentType());
    }

    private long timesUnmapped(String name) {
        return database.sql(
                        "select coalesce(sum(count), 0) from unmapped_name where name like :name")
                .param("name", "%" + name)
                .query(Long.class)
                .single();
    }
}
