package dev.runside.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.RunsideServerTest;
import dev.runside.server.Soon;
import dev.runside.server.intake.SettableMachine.Settable;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock of the server's machine is set back by an hour while everybody else's is right. */
@RunsideServerTest
@Import({MailCatalog.class, Sender.class, SettableMachine.class})
class ClockSetBackTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired private Settable machine;
    @Autowired private ServerClock clock;
    @Autowired private Sender sender;
    @Autowired private JdbcClient database;
    @Autowired private ApplicationContext server;

    private String token = "";
    private StoredSignals stored;

    @BeforeEach
    void anHourAhead() {
        machine.set(HOUR);
        assertThat(clock.instant()).isAfter(Instant.now().plus(HOUR.dividedBy(2)));
        token = sender.source("*");
        stored = StoredSignals.fromNowOn(server);
    }

    @Test
    void nothingAcknowledgedIsLostOrDoubledAndTheOrderOfArrivalStays() {
        signals(0, 3);
        setBack();
        signals(0, 6);

        List<Signal> told = stored.told();
        assertThat(told).extracting(Signal::id).containsExactly("0", "1", "2", "3", "4", "5");
        assertThat(told)
                .extracting(Signal::receivedAt)
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void signalsAreJudgedInTheServersTime() {
        setBack();
        signals(0, 1);

        Signal told = stored.told().getFirst();
        assertThat(told.judgedAt())
                .isBetween(told.receivedAt().minusSeconds(30), told.receivedAt().plusSeconds(30));
    }

    @Test
    void alertsGoOnHoldingUntilTheirSourceEndsThem() {
        Instant begin = Instant.now().minusSeconds(600);
        setBack();
        alert(begin, Instant.now().plusSeconds(240));
        alert(begin.plusSeconds(1), Instant.now().plusSeconds(240));
        assertThat(states()).containsExactly("firing", "firing");

        alert(begin.plusSeconds(1), Instant.now());
        alert(begin, Instant.now());
        assertThat(states()).containsExactly("firing", "firing", "resolved", "resolved");
    }

    @Test
    void pointsFallIntoTheBucketsOfTheServersTime() {
        setBack();
        Counted sent = Counted.fromNowOn(server, "mails-sent");
        String ago = Long.toString(nanos(Instant.now().minusSeconds(20)));
        String now = Long.toString(nanos(Instant.now()));
        sender.post("/v1/metrics", token, metrics(ago, now, 3));

        assertThat(sent.total()).isEqualTo(3);
        assertThat(newestBucket())
                .isBetween(clock.instant().minusSeconds(40), clock.instant().plusSeconds(10));
    }

    @Test
    void whatIsDueIsDoneInItsTimeAndNotAnHourLater() {
        setBack();
        String stop =
                """
                {"id":"stop","kind":"change-started","subject":"hop:mail/relay",
                 "attributes":{"type":"stop","forSeconds":"3"}}
                """;
        String gone = "{\"id\":\"gone\",\"kind\":\"process-gone\",\"subject\":\"hop:mail/relay\"}";
        sender.post("/api/v1/signals", token, "[" + stop + "," + gone + "]");
        Soon.get(() -> entries("Finding"), count -> count == 1);
        assertThat(entries("Incident")).as("held by the stop").isZero();

        Soon.get(() -> entries("Incident"), count -> count == 1);
    }

    private void setBack() {
        machine.set(Duration.ZERO);
        assertThat(clock.instant()).isAfter(Instant.now().plus(HOUR.dividedBy(2)));
    }

    private void signals(int from, int to) {
        String all =
                IntStream.range(from, to)
                        .mapToObj(id ->
                                "{\"id\":\"%d\",\"kind\":\"note\",\"time\":\"%s\"}"
                                        .formatted(id, Instant.now()))
                        .collect(Collectors.joining(",", "[", "]"));
        assertThat(sender.post("/api/v1/signals", token, all).status()).isEqualTo(202);
    }

    private void alert(Instant startsAt, Instant endsAt) {
        String alert =
                "[{\"startsAt\":\"%s\",\"endsAt\":\"%s\",\"labels\":{\"alertname\":\"Queue\"}}]"
                        .formatted(startsAt, endsAt);
        assertThat(sender.post("/api/v2/alerts", token, alert).status()).isEqualTo(200);
    }

    private List<String> states() {
        return stored.told().stream().map(signal -> signal.attribute("state")).toList();
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }

    private static String metrics(String start, String time, int count) {
        return """
        {"resourceMetrics":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"relay"}}]},
         "scopeMetrics":[{"metrics":[{"name":"mail.sent","sum":{"isMonotonic":true,"aggregationTemporality":2,
          "dataPoints":[{"startTimeUnixNano":"%s","timeUnixNano":"%s","asInt":"%d"}]}}]}]}]}
        """
                .formatted(start, time, count);
    }

    private Instant newestBucket() {
        return database.sql(
                        "select max(start) from indicator_bucket where indicator = 'mails-sent'")
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private long entries(String type) {
        return database.sql(
                        "select count(*) from estate_entry where type = :type and body::text like '%mail/relay%'")
                .param("type", type)
                .query(Long.class)
                .single();
    }
}
