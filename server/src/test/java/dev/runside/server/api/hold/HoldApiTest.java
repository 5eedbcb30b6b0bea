package dev.runside.server.api.hold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.ApiClient;
import dev.runside.server.ApiClient.Answer;
import dev.runside.server.MailCompany;
import dev.runside.server.MailCompanyTest;
import dev.runside.server.access.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MailCompanyTest
class HoldApiTest {

    private static final Map<String, ?> HOLD = Map.of("on", true, "reason", "moving the racks");
    private static final Map<String, ?> RELEASE = Map.of("on", false);

    @Autowired private ApplicationContext server;

    @LocalServerPort private int port;

    private TestTokens tokens;
    private ApiClient ada;

    @BeforeEach
    void enrol() {
        tokens = TestTokens.of(server);
        ada = new ApiClient(port, tokens.person("ada"));
    }

    @AfterEach
    void release() {
        new ApiClient(port, tokens.admin("root")).post("/api/v1/hold", RELEASE);
    }

    @Test
    void everyPersonMayStopAllActing() {
        Answer held = ada.post("/api/v1/hold", HOLD);
        Answer seen = new ApiClient(port, tokens.person("dan")).get("/api/v1/hold");

        assertThat(held.status()).isEqualTo(200);
        assertThat(seen.body().path("on").asBoolean()).isTrue();
        assertThat(seen.body().path("by").asString()).isEqualTo("user:ada");
        assertThat(seen.body().path("reason").asString()).isEqualTo("moving the racks");
        assertThat(seen.body().path("since").isString()).isTrue();
    }

    @Test
    void anAgentThatWaitsHearsOfItAtOnce() {
        ApiClient agent = new ApiClient(port, tokens.agent(MailCompany.AGENT.name()));
        long start = System.nanoTime();
        var poll =
                CompletableFuture.supplyAsync(() ->
                        agent.post("/api/v1/agents/poll", Map.of("version", "1", "hold", false)));

        ada.post("/api/v1/hold", HOLD);

        assertThat(poll.join().body().path("hold").asBoolean()).isTrue();
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
    }

    @Test
    void onlySomeMayLetItGoOnAndARefusalIsAudited() {
        ada.post("/api/v1/hold", HOLD);

        Answer refused = ada.post("/api/v1/hold", RELEASE);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(ada.get("/api/v1/hold").body().path("on").asBoolean()).isTrue();
        assertThat(ada.get("/api/v1/audit?limit=1000").body().path("items").valueStream())
                .anySatisfy(line -> {
                    assertThat(line.path("act").asString()).isEqualTo("release");
                    assertThat(line.path("outcome").asString()).isEqualTo("refused");
                    assertThat(line.path("actor").asString()).isEqualTo("user:ada");
                });
    }

    @Test
    void anAdminARoleAndACharterLetItGoOn() {
        List<String> trusted =
                List.of(
                        tokens.admin("root"),
                        tokens.person("pat"),
                        tokens.person("ari"),
                        tokens.person("holger"));
        for (String token : trusted) {
            ada.post("/api/v1/hold", HOLD);

            Answer released = new ApiClient(port, token).post("/api/v1/hold", RELEASE);

            assertThat(released.status()).isEqualTo(200);
            assertThat(released.body().path("on").asBoolean()).isFalse();
        }
    }

    @Test
    void whatIsWantedMustBeSaid() {
        Answer unsaid = ada.post("/api/v1/hold", Map.of("reason", "why"));

        assertThat(unsaid.status()).isEqualTo(400);
        assertThat(unsaid.body().at("/errors/0/field").asString()).isEqualTo("on");
    }
}
