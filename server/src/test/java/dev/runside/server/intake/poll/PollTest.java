package dev.runside.server.intake.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.Soon;
import dev.runside.server.access.TestTokens;
import dev.runside.server.intake.Sender.Answer;
import dev.runside.server.intake.poll.AnsweringTool.Trouble;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the same for every tool, with GitHub's answers. */
class PollTest extends AskedGitHub {

    @Test
    void whoAsksTooOftenWaitsUntilTheLimitIsOver() {
        Instant reset = Instant.now().plusSeconds(1_800);
        tool.inTrouble(
                new Trouble(
                        403,
                        Map.of(
                                "X-RateLimit-Remaining",
                                "0",
                                "X-RateLimit-Reset",
                                Long.toString(reset.getEpochSecond())),
                        "{\"message\":\"API rate limit exceeded\"}"));
        poll();

        assertThat(trouble()).isEqualTo("/repos/example/relay was answered with 403");
        assertThat(next()).isBetween(reset.minusSeconds(5), reset.plusSeconds(5));
    }

    @Test
    void whoIsToldToComeAgainLaterDoes() {
        tool.inTrouble(new Trouble(429, Map.of("Retry-After", "900"), ""));
        poll();

        Instant later = Instant.now().plusSeconds(900);
        assertThat(next()).isBetween(later.minusSeconds(10), later.plusSeconds(10));
    }

    @Test
    void whatIsBrokenIsSaidAndTriedAgainAndThenGoesOn() {
        tool.inTrouble(new Trouble(500, Map.of(), "<html>" + SECRET));
        poll();
        assertThat(trouble()).isEqualTo("/repos/example/relay was answered with 500");
        assertThat(report().path("troubles").toString()).contains("poll-fails");

        tool.inTrouble(new Trouble(200, Map.of(), "no JSON"));
        again();
        assertThat(trouble()).contains("not as this path takes it");
        assertThat(told()).isEmpty();

        again();
        Soon.get(this::findings, findings -> findings == 1);
        tool.inTrouble(Trouble.NONE);
        again();
        assertThat(kinds()).hasSize(4);
        assertThat(trouble()).isEmpty();
        Soon.get(this::findings, findings -> findings == 2);
        assertThat(report().path("troubles")).isEmpty();
    }

    /** Of Runside's own about this source: said once, and once when it is over. */
    private long findings() {
        return stored.all().stream()
                .filter(signal -> signal.kind().equals("source-state"))
                .filter(signal -> signal.attribute("condition").equals("poll-fails"))
                .filter(signal -> signal.attribute("source").equals("source:" + name))
                .count();
    }

    @Test
    void howFarItCameAndWhatItBroughtAreStoredTogetherOrNotAtAll() {
        database.sql("alter table poll add constraint crash check (not jsonb_exists(marks, 'run'))")
                .update();
        try {
            put(admin(), name, tool.url(), target());
            Soon.get(this::trouble, trouble -> trouble.startsWith("an error of Runside's own"));
            assertThat(told()).isEmpty();
        } finally {
            database.sql("alter table poll drop constraint crash").update();
        }
        again();
        assertThat(kinds()).hasSize(4);
    }

    @Test
    void whatWasStoredAndNotMarkedIsAskedForAgainAndCountsOnce() {
        poll();
        database.sql("update poll set marks = marks - 'run' - 'deployment'").update();
        database.sql("update poll set marks = jsonb_build_object('begin', marks -> 'begin')")
                .update();
        again();

        assertThat(tool.questions("/repos/example/relay/releases").get(1).mark()).isEmpty();
        assertThat(kinds()).hasSize(4);
    }

    @Test
    void whatItsSourceMayNotSpeakOfIsLeftOutAndNamed() {
        tool.answers(
                "/repos/example/relay/deployments",
                recorded.answer("github/deployments.json")
                        .replace("\"payload\": \"\"", "\"payload\": {\"service\": \"rollup\"}"));
        poll();

        assertThat(kinds()).containsExactly("workflow-failed", "change-started", "change-finished");
        assertThat(trouble()).contains("2 reports are left out");
    }

    @Test
    void aRedirectTakesTheTokenNowhereElse() throws IOException {
        try (var elsewhere = new AnsweringTool()) {
            tool.inTrouble(
                    new Trouble(
                            302, Map.of("Location", elsewhere.url() + "/repos/example/relay"), ""));
            poll();

            assertThat(trouble()).endsWith("was answered with 302");
            assertThat(elsewhere.questions()).isEmpty();
        }
    }

    @Test
    void theToolsTokenIsShownToNobodyAndLiesSealed() {
        poll();

        assertThat(report().path("poll").path("target").asString()).isEqualTo("example/relay");
        assertThat(report().toString()).doesNotContain(SECRET);
        assertThat(
                        database.sql(
                                        "select encode(sealed, 'escape') from source_secret where purpose = 'poll'")
                                .query(String.class)
                                .list())
                .isNotEmpty()
                .noneMatch(sealed -> sealed.contains(SECRET));
    }

    @Test
    void aPollThatIsEndedAsksNoMoreAndItsTokenIsGone() {
        poll();
        sender.send(sender.request("/api/v1/sources/" + name + "/poll", admin()).DELETE().build());

        assertThat(report().path("poll").isNull()).isTrue();
        assertThat(
                        database.sql(
                                        "select count(*) from source_secret where purpose = 'poll' and source = 'source:"
                                                + name
                                                + "'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://github.example",
                "file:///etc/passwd",
                "https://user@github.example",
                "https://github.example?a=b",
                "//github.example",
                "not an address"
            })
    void anAddressThatIsNotSafeIsRefused(String base) {
        Answer answer = put(admin(), name, base, "example/relay");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains("baseUrl").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://169.254.169.254", "https://0.0.0.0", "https://127.0.0.2"})
    void anAddressNearTheServerIsNotAsked(String base) {
        put(admin(), name, base, "example/relay");

        Soon.get(this::trouble, trouble -> trouble.endsWith("lies where no question is sent"));
    }

    @Test
    void onlyWhoMayMakeASourcesTokenMaySayWhatItPolls() {
        String stranger = TestTokens.of(server).person(sender.unique("eve"));

        assertThat(put(stranger, name, tool.url(), "example/relay").status()).isEqualTo(403);
        assertThat(put(admin(), "nobody", tool.url(), "example/relay").status()).isEqualTo(404);
        assertThat(put(admin(), name, tool.url(), "../../admin").status()).isEqualTo(400);
        assertThat(tool.questions()).isEmpty();
    }
}
