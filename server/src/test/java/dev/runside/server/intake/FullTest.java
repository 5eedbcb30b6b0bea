package dev.runside.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.intake.Sender.Answer;
import dev.runside.server.intake.log.SignalWriter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database that does not move for a while: what may wait waits, the rest is told to come again.
 */
@IntakeTest
class FullTest {

    @Autowired private Sender sender;
    @Autowired private SignalWriter writer;
    @Autowired private MeterRegistry meters;
    @Autowired private JdbcClient database;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private ApplicationContext server;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        callers.close();
    }

    @Test
    void aFullQueueOfSignalsRefusesWithoutLosingWhatItHolds() throws Exception {
        var stored = StoredSignals.fromNowOn(server);
        String token = sender.source("*");
        List<Future<Answer>> waiting =
                whileLocked(
                        "signal_occurrence",
                        () -> {
                            var answers =
                                    List.of(
                                            later(() -> signals(token, 10_000)),
                                            later(() -> signals(token, 10_000)));
                            await(() -> writer.depth() == 20_000);
                            Answer refused = signals(token, 1);
                            assertThat(refused.status()).isEqualTo(429);
                            assertThat(refused.header("Retry-After")).isNotEmpty();
                            assertThat(refused.json().path("code").asString())
                                    .isEqualTo("intake-full");
                            return answers;
                        });

        for (Future<Answer> answer : waiting) {
            assertThat(answer.get().status()).isEqualTo(202);
        }
        assertThat(stored.logged(30_000)).hasSize(20_000);
        assertThat(signals(token, 1).status()).isEqualTo(202);
    }

    @Test
    void aFullQueueOfPointsAnswersAsOtlpWants() throws Exception {
        Counted sent = Counted.fromNowOn(server, "mails-sent");
        String token = sender.source("*");
        List<Future<Answer>> waiting =
                whileLocked(
                        "series_progress",
                        () -> {
                            var answers = List.of(later(() -> points(token, 50_000)));
                            await(() -> pointsWaiting() == 50_000);
                            Answer refused = points(token, 1);
                            assertThat(refused.status()).isEqualTo(429);
                            assertThat(refused.header("Retry-After")).isNotEmpty();
                            assertThat(refused.json().path("code").asInt()).isEqualTo(8);
                            return answers;
                        });

        assertThat(waiting.getFirst().get().status()).isEqualTo(200);
        assertThat(sent.total()).isEqualTo(50_000);
    }

    @Test
    void aFullQueueOfSpansAnswersAsOtlpWants() throws Exception {
        assertFull("relay-spans", "/v1/traces", FullTest::spans);
    }

    @Test
    void aFullQueueOfLogRecordsAnswersAsOtlpWants() throws Exception {
        assertFull("relay-complaints", "/v1/logs", FullTest::records);
    }

    private void assertFull(String indicator, String path, IntFunction<String> export)
            throws Exception {
        Counted counted = Counted.fromNowOn(server, indicator);
        String token = sender.source("*");
        List<Future<Answer>> waiting =
                whileLocked(
                        "export_batch",
                        () -> {
                            var answers =
                                    List.of(
                                            later(() ->
                                                    sender.post(
                                                            path, token, export.apply(50_000))));
                            await(() -> pointsWaiting() == 50_000);
                            Answer refused = sender.post(path, token, export.apply(1));
                            assertThat(refused.status()).isEqualTo(429);
                            assertThat(refused.header("Retry-After")).isNotEmpty();
                            assertThat(refused.json().path("code").asInt()).isEqualTo(8);
                            return answers;
                        });

        assertThat(waiting.getFirst().get().status()).isEqualTo(200);
        assertThat(counted.total()).isEqualTo(50_000);
        assertThat(sender.post(path, token, export.apply(1)).status()).isEqualTo(200);
    }

    private static String spans(int many) {
        long now = Instant.now().toEpochMilli() * 1_000_000;
        return of(
                "Span",
                many,
                at ->
                        "{\"traceId\":\"%032x\",\"spanId\":\"%016x\",\"kind\":2,\"endTimeUnixNano\":%d}"
                                .formatted(now, at + 1, now));
    }

    private static String records(int many) {
        long now = Instant.now().toEpochMilli() * 1_000_000;
        return of(
                "Log",
                many,
                at ->
                        "{\"timeUnixNano\":%d,\"attributes\":[{\"key\":\"logger\",\"value\":{\"stringValue\":\"relay\"}}]}"
                                .formatted(now + at));
    }

    private static String of(String what, int many, IntFunction<String> one) {
        return """
        {"resource%ss":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"relay"}}]},
          "scope%ss":[{"%s":[%s]}]}]}
        """
                .formatted(
                        what,
                        what,
                        what.equals("Span") ? "spans" : "logRecords",
                        IntStream.range(0, many).mapToObj(one).collect(Collectors.joining(",")));
    }

    private <T> T whileLocked(String table, Callable<T> work) {
        return new TransactionTemplate(transactions)
                .execute(_ -> {
                    database.sql("lock table " + table + " in exclusive mode").update();
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private Future<Answer> later(Callable<Answer> work) {
        return callers.submit(work);
    }

    private Answer signals(String token, int many) {
        return sender.post(
                "/api/v1/signals",
                token,
                IntStream.range(0, many)
                        .mapToObj(_ ->
                                "{\"id\":\"%s\",\"kind\":\"note\"}"
                                        .formatted(sender.unique("full")))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private Answer points(String token, int many) {
        long start = Instant.now().minusSeconds(1).toEpochMilli() * 1_000_000;
        return sender.post(
                "/v1/metrics",
                token,
                """
                {"resourceMetrics":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"relay"}},
                    {"key":"service.instance.id","value":{"stringValue":"%s"}}]},
                  "scopeMetrics":[{"metrics":[{"name":"mail.sent","sum":{"aggregationTemporality":1,"isMonotonic":true,
                    "dataPoints":[%s]}}]}]}]}
                """
                        .formatted(
                                sender.unique("instance"),
                                IntStream.range(0, many)
                                        .mapToObj(at ->
                                                "{\"startTimeUnixNano\":%d,\"timeUnixNano\":%d,\"asInt\":1}"
                                                        .formatted(start + at, start + at + 1))
                                        .collect(Collectors.joining(","))));
    }

    private double pointsWaiting() {
        return meters.get("runside.intake.points.queue").gauge().value();
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }
}
