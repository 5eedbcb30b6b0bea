package dev.runside.server.intake.otlp;

import static dev.runside.server.intake.otlp.Exports.counter;
import static dev.runside.server.intake.otlp.Exports.point;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.Soon;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.StoredSignals;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A source whose clock runs ahead: believed at arrival, and told of once. */
@IntakeTest
class ClockAheadTest extends MetricsPost {

    @Test
    void metricsOfAClockAheadAreReadAtArrival() {
        Instant future = Instant.now().plusSeconds(3_600);
        String token = sender.source("*");

        post(token, export(counter("mail.sent", point(start, future, 4))));
        post(token, export(counter("mail.sent", point(start, future.plusSeconds(1), 6))));

        assertThat(sent.total()).isEqualTo(6);
        assertThat(
                        server.getBean(JdbcClient.class)
                                .sql(
                                        "select count(*) from indicator_bucket where start > now() + interval '1 minute'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void itIsAFindingOfTheSourceWhicheverProtocolShowsIt() {
        StoredSignals stored = StoredSignals.fromNowOn(server);
        String metrics = sender.unique("source");
        String signals = sender.unique("source");
        Instant future = Instant.now().plusSeconds(600);

        post(sender.sourceNamed(metrics), export(counter("mail.sent", point(start, future, 4))));
        String token = sender.sourceNamed(signals);
        for (int at = 0; at < 2; at++) {
            sender.post(
                    "/api/v1/signals",
                    token,
                    "{\"id\":\"%d\",\"kind\":\"note\",\"time\":\"%s\"}".formatted(at, future));
        }

        List<Signal> told =
                Soon.get(
                        () ->
                                stored.all().stream()
                                        .filter(signal -> signal.kind().equals("source-state"))
                                        .filter(signal ->
                                                Set.of(metrics, signals).contains(name(signal)))
                                        .toList(),
                        all -> all.size() == 2);
        assertThat(told)
                .allSatisfy(signal -> {
                    assertThat(signal.attribute("condition")).isEqualTo("clock-ahead");
                    assertThat(signal.attribute("state")).isEqualTo("firing");
                })
                .extracting(ClockAheadTest::name)
                .containsExactlyInAnyOrder(metrics, signals);
    }

    private static String name(Signal signal) {
        return signal.subject().orElseThrow().name();
    }
}
