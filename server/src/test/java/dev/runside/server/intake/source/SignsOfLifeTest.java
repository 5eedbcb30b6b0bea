package dev.runside.server.intake.source;

import static dev.runside.server.intake.MailCatalog.RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.server.Soon;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** By which of its exports a source is heard of. */
@IntakeTest
class SignsOfLifeTest {

    private static final String RESOURCE =
            "\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"relay\"}}]}";

    @Autowired private Sender sender;
    @Autowired private SourceBeats beats;

    @Test
    void metricsSpansAndLogRecordsAre() {
        String name = sender.unique("source");
        String token = sender.sourceNamed(name);
        Ref source = new Ref("source", name);

        send("/v1/metrics", token, "{\"resourceMetrics\":[{" + RESOURCE + "}]}");
        Instant metrics = beats.last(source, RELAY).orElseThrow();
        later(metrics, source, "/v1/traces", token, "{\"resourceSpans\":[{" + RESOURCE + "}]}");
        Instant traces = beats.last(source, RELAY).orElseThrow();
        later(traces, source, "/v1/logs", token, "{\"resourceLogs\":[{" + RESOURCE + "}]}");
    }

    /** The clock ticks in milliseconds. */
    private void later(Instant before, Ref source, String path, String token, String export) {
        Soon.get(
                () -> {
                    send(path, token, export);
                    return beats.last(source, RELAY).orElseThrow();
                },
                last -> last.isAfter(before));
    }

    private void send(String path, String token, String export) {
        assertThat(sender.post(path, token, export).status()).isEqualTo(200);
    }
}
