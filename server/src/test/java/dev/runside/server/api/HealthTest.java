package dev.runside.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.RunsideServerTest;
import dev.runside.server.Wire;
import dev.runside.server.access.TestTokens;
import dev.runside.server.intake.OtlpPort;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@RunsideServerTest
class HealthTest {

    @Autowired private ApplicationContext server;

    @Autowired private OtlpPort otlp;

    @LocalServerPort private int port;

    @Test
    void readySaysWhatItDependsOn() {
        var answer = Wire.to(port).get("/health/ready");

        assertThat(answer.body())
                .contains(
                        "\"name\":\"database\",\"state\":\"ready\"",
                        "\"name\":\"epoch\",\"state\":\"ready\"");
    }

    @Test
    void metricsAreForThisMachineAndNotForWhoComesThroughAProxyOnIt() {
        assertThat(Wire.to(port).get("/metrics").body())
                .contains("jvm_memory_used_bytes", "hikaricp_connections");
        assertThat(Wire.to(port).header("X-Forwarded-For", "192.0.2.1").get("/metrics").status())
                .isEqualTo(401);
    }

    @Test
    void theDescriptionListsRoutesAndHidesWhoCalls() {
        var description = Wire.to(port).get("/api/v1/openapi.json").body();

        assertThat(description)
                .contains("/api/v1/sources", "\"bearer\"")
                .doesNotContain("\"name\":\"caller\"");
    }

    @Test
    void theFrameworksOwnEndpointsAreNotServed() {
        String person = TestTokens.of(server).admin("curious");

        assertThat(Wire.to(port).bearer(person).get("/actuator").status()).isEqualTo(404);
        assertThat(Wire.to(port).bearer(person).get("/actuator/env").status()).isEqualTo(404);
    }

    @Test
    void theOtlpPortServesNothingButOtlp() {
        assertThat(Wire.to(otlp.number()).get("/health/live").status()).isEqualTo(404);
        assertThat(Wire.to(otlp.number()).get("/api/v1/audit").status()).isEqualTo(404);
    }

    @Test
    void aPageOfTheAuditHasABound() {
        String person = TestTokens.of(server).admin("reading");

        assertThat(Wire.to(port).bearer(person).get("/api/v1/audit?limit=5").status())
                .isEqualTo(200);
        assertThat(Wire.to(port).bearer(person).get("/api/v1/audit?limit=5000").field("field"))
                .isEqualTo("limit");
        assertThat(Wire.to(port).bearer(person).get("/api/v1/audit?limit=x").field("field"))
                .isEqualTo("limit");
    }
}
