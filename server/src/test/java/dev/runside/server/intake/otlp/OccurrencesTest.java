package dev.runside.server.intake.otlp;

import static dev.runside.server.intake.otlp.Happenings.record;
import static dev.runside.server.intake.otlp.Happenings.span;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import dev.runside.server.Soon;
import dev.runside.server.intake.Counted;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import dev.runside.server.intake.StoredSignals;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spans and log records over the wire: what counts, what counts once, and what is refused. */
@IntakeTest
class OccurrencesTest {

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;
    @Autowired private JdbcClient database;

    private final long trace = ThreadLocalRandom.current().nextLong();
    private final Instant now = Instant.now();
    private String token = "";
    private Counted spans;
    private Counted complaints;

    @BeforeEach
    void begin() {
        token = sender.source("*");
        spans = Counted.fromNowOn(server, "relay-spans");
        complaints = Counted.fromNowOn(server, "relay-complaints");
    }

    @Test
    void aSpanCountsOnceWhicheverExportBringsIt() {
        Span first = span(trace, 1, now);
        Span second = span(trace, 2, now);

        assertThat(post(Happenings.of("relay", first, first)).bytes()).isEmpty();
        post(Happenings.of("relay", first, first));
        post(Happenings.of("relay", first, second));

        assertThat(spans.total()).isEqualTo(2);
    }

    @Test
    void spansOfTwoSourcesAreTwo() {
        post(Happenings.of("relay", span(trace, 1, now)));
        token = sender.source("*");
        post(Happenings.of("relay", span(trace, 1, now)));

        assertThat(spans.total()).isEqualTo(2);
    }

    @Test
    void anExportOfLogRecordsThatIsRepeatedCountsOnce() {
        var export =
                Happenings.of(
                        "relay", record("ERROR", now), record("ERROR", now), record("INFO", now));

        post(export);
        post(export);

        assertThat(complaints.total()).isEqualTo(3);
        assertThat(complaints.good()).isEqualTo(1);
    }

    @Test
    void whatCannotBeCountedIsNamedAndTheRestCounts() throws Exception {
        Span endless = span(trace, 2, now).toBuilder().clearEndTimeUnixNano().build();
        Span nameless = span(0, 3, now);

        var ofSpans =
                ExportTraceServiceResponse.parseFrom(
                                post(Happenings.of("relay", span(trace, 1, now), endless, nameless))
                                        .bytes())
                        .getPartialSuccess();
        var ofRecords =
                ExportLogsServiceResponse.parseFrom(
                                post(Happenings.of(
                                                "relay",
                                                record("INFO", now),
                                                record("INFO", Instant.EPOCH)))
                                        .bytes())
                        .getPartialSuccess();

        assertThat(ofSpans.getRejectedSpans()).isEqualTo(2);
        assertThat(ofSpans.getErrorMessage()).contains("without an end", "without an id");
        assertThat(ofRecords.getRejectedLogRecords()).isEqualTo(1);
        assertThat(ofRecords.getErrorMessage()).contains("without a time");
        assertThat(spans.total()).isEqualTo(1);
        assertThat(complaints.total()).isEqualTo(1);
    }

    @Test
    void jsonSaysTheSameAndIsAnsweredInJson() {
        long end = Exports.nanos(now);
        Answer ofSpans =
                json(
                        "/v1/traces",
                        """
                        {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"relay"}}]},
                          "scopeSpans":[{"spans":[
                            {"traceId":"5B8EFFF798038103D269B633813F%04X","spanId":"EEE19B7EC3C1B174","name":"POST /send","kind":2,
                             "startTimeUnixNano":"%d","endTimeUnixNano":"%d","status":{"code":2}},
                            {"traceId":"nothing","spanId":"","name":"POST /send","kind":2,"endTimeUnixNano":"%d"}]}]}]}
                        """
                                .formatted(trace & 0xffff, end - 1_000, end, end));
        Answer ofRecords =
                json(
                        "/v1/logs",
                        """
                        {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"relay"}}]},
                          "scopeLogs":[{"logRecords":[{"timeUnixNano":"%d","severityNumber":17,"severityText":"ERROR",
                             "body":{"stringValue":"no"},"attributes":[{"key":"logger","value":{"stringValue":"relay"}}]}]}]}]}
                        """
                                .formatted(end));

        assertThat(ofSpans.json().path("partialSuccess").path("rejectedSpans").asString())
                .isEqualTo("1");
        assertThat(ofRecords.text()).isEqualTo("{}");
        assertThat(spans.total()).isEqualTo(1);
        assertThat(spans.good()).isZero();
        assertThat(complaints.total()).isEqualTo(1);
        assertThat(complaints.good()).isZero();
    }

    @Test
    void aServiceThatMapsToNothingIsCounted() {
        String unknown = sender.unique("cron");

        post(Happenings.of(unknown, span(trace, 1, now)));
        post(Happenings.of(unknown, record("INFO", now)));

        Soon.get(
                () ->
                        database.sql(
                                        "select coalesce(sum(count), 0) from unmapped_name where name like :name")
                                .param("name", "%" + unknown)
                                .query(Long.class)
                                .single(),
                times -> times == 2);
        assertThat(spans.total()).isZero();
    }

    @Test
    void spansOfAClockAheadAreReadAtArrivalAndItIsAFinding() {
        StoredSignals stored = StoredSignals.fromNowOn(server);
        String name = sender.unique("source");
        token = sender.sourceNamed(name);

        post(Happenings.of("relay", span(trace, 1, now.plusSeconds(600))));

        assertThat(spans.total()).isEqualTo(1);
        assertThat(
                        database.sql(
                                        "select count(*) from indicator_bucket where start > now() + interval '1 minute'")
                                .query(Long.class)
                                .single())
                .isZero();
        Soon.get(
                stored::all,
                all ->
                        all.stream()
                                .anyMatch(signal ->
                                        signal.kind().equals("source-state")
                                                && signal.subject()
                                                        .orElseThrow()
                                                        .name()
                                                        .equals(name)
                                                && signal.attribute("condition")
                                                        .equals("clock-ahead")));
    }

    @Test
    void eachRefusalIsAStatusInTheRequestsOwnFormat() {
        Answer broken = send("/v1/traces", "application/x-protobuf", new byte[] {1, 2, 3});
        Answer brokenJson = json("/v1/logs", "{\"resourceLogs\":[");
        String bound = sender.source("product:stats");

        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.text()).contains("ExportTraceServiceRequest");
        assertThat(brokenJson.status()).isEqualTo(400);
        assertThat(brokenJson.json().path("code").asInt()).isEqualTo(3);
        assertThat(send("/v1/logs", "text/plain", new byte[1]).status()).isEqualTo(415);
        token = bound;
        assertThat(post(Happenings.of("relay", span(trace, 1, now))).status()).isEqualTo(403);
        token = "rs_source_none";
        assertThat(post(Happenings.of("relay", record("INFO", now))).status()).isEqualTo(401);
        assertThat(spans.total()).isZero();
    }

    private Answer post(Message export) {
        String path =
                export.getDescriptorForType().getName().contains("Trace")
                        ? "/v1/traces"
                        : "/v1/logs";
        return send(path, "application/x-protobuf", export.toByteArray());
    }

    private Answer json(String path, String body) {
        return send(path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private Answer send(String path, String type, byte[] body) {
        return sender.send(
                sender.request(path, token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }
}
