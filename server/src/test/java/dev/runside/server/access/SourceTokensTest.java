package dev.runside.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.server.RunsideServerTest;
import dev.runside.server.Wire;
import dev.runside.server.Wire.Answer;
import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RunsideServerTest
class SourceTokensTest {

    @Autowired private ApplicationContext server;

    @Autowired private Callers callers;

    @Autowired private AgentKeys agents;

    @LocalServerPort private int port;

    @Test
    void aSourceSpeaksForWhatItWasGivenAndNothingElse() {
        String token = source("post-office", "product:mail").field("token");

        var caller = (SourceCaller) callers.byBearer(token).orElseThrow();

        assertThat(caller.source()).isEqualTo(new Ref("source", "post-office"));
        assertThat(caller.speaksFor(Ref.parse("product:mail"))).isTrue();
        assertThat(caller.speaksFor(Ref.parse("hop:mail/relay"))).isTrue();
        assertThat(caller.speaksFor(Ref.parse("hop:mailing/relay"))).isFalse();
        assertThat(caller.speaksFor(Ref.parse("system:mail-db"))).isFalse();
    }

    @Test
    void aTokenComesWithASecretToSignWithWhichIsItsOwn() {
        Answer first = source("signing", "*");
        Answer again = source("signing", "*");

        assertThat(first.field("signingSecret"))
                .startsWith("whsec_")
                .isNotEqualTo(again.field("signingSecret"));
        assertThat(TestTokens.of(server).signingSecret(again.field("token")).text())
                .isEqualTo(again.field("signingSecret"));
    }

    @Test
    void askedForAgainASourcesTokenIsRotated() {
        String old = source("rotating", "*").field("token");
        String current = source("rotating", "*").field("token");

        assertThat(callers.byBearer(old)).isEmpty();
        assertThat(callers.byBearer(current)).isPresent();
    }

    @Test
    void whoHasNoRightToASubjectLetsNoSourceSpeakForItNorRotatesItsToken() {
        String kept = source("kept", "product:mail").field("token");
        String eve = TestTokens.of(server).person("eve");

        for (String body :
                List.of(
                        "{\"name\":\"all\",\"speaksFor\":[\"*\"]}",
                        "{\"name\":\"mine\",\"speaksFor\":[\"product:mail\"]}",
                        "{\"name\":\"kept\",\"speaksFor\":[\"product:none\"]}")) {
            Answer answer = Wire.to(port).bearer(eve).json(body).post("/api/v1/sources");
            assertThat(answer.status()).as(body).isEqualTo(403);
        }
        assertThat(callers.byBearer(kept)).isPresent();
    }

    @Test
    void whoDoesNotOwnAnAgentLetsNoneIn() {
        String eve = TestTokens.of(server).person("eve");

        Answer answer =
                Wire.to(port)
                        .bearer(eve)
                        .json("{\"agent\":\"agent:near-mail\"}")
                        .post("/api/v1/agents/enroll-tokens");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void aSourceMustSpeakForSomething() {
        Answer answer = ask("{\"name\":\"mute\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("field")).isEqualTo("speaksFor");
    }

    @Test
    void anAgentExchangesItsInvitationOnceForAKey() {
        String invitation =
                Wire.to(port)
                        .bearer(TestTokens.of(server).admin("inviting"))
                        .json("{\"agent\":\"agent:near-mail\"}")
                        .post("/api/v1/agents/enroll-tokens")
                        .field("token");
        var agent = new Ref("agent", "near-mail");

        String key = agents.exchange(invitation, agent).secret();

        assertThat(callers.byBearer(key))
                .hasValueSatisfying(
                        caller -> assertThat(caller.actor().ref()).isEqualTo("agent:near-mail"));
        Assertions.assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> agents.exchange(invitation, agent))
                .satisfies(
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.TOKEN_REFUSED));
    }

    private Answer source(String name, String subject) {
        return ask("{\"name\":\"" + name + "\",\"speaksFor\":[\"" + subject + "\"]}");
    }

    private Answer ask(String body) {
        String person = TestTokens.of(server).admin("keeping-sources");
        return Wire.to(port).bearer(person).json(body).post("/api/v1/sources");
    }
}
