package dev.runside.server.web.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.triage.Finding;
import dev.runside.server.web.situation.Situation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final Ref RELAY = Ref.parse("hop:mail/relay");

    @Test
    void aSlowHopIsCalledSlowAndNotFailing() {
        assertThat(health("slow").word()).isEqualTo("slow");
    }

    @Test
    void whatFailsIsWorseThanWhatIsSlowAndWhatIsGoneIsWorst() {
        assertThat(health("slow", "errors")).isEqualTo(Health.FAILING);
        assertThat(health("slow", "errors", "process-gone")).isEqualTo(Health.GONE);
    }

    private static Health health(String... kinds) {
        List<Finding> findings = Arrays.stream(kinds).map(HealthTest::finding).toList();
        return Health.of(
                RELAY,
                new Situation(
                        NOW,
                        Catalog.of(
                                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                                List.of(), List.of()),
                        List.of(),
                        findings,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty()));
    }

    private static Finding finding(String kind) {
        return Finding.event(kind, RELAY, "", Layer.PRODUCT, Function.DEVELOPMENT, NOW, NOW, kind);
    }
}
