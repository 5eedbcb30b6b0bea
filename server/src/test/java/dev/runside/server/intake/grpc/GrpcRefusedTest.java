package dev.runside.server.intake.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.runside.server.access.TestTokens;
import dev.runside.server.intake.Counted;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.tally.SourceTally;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What gRPC does not take, and the status by which its sender hears of it. */
@IntakeTest
class GrpcRefusedTest {

    private static final String TRACES =
            "opentelemetry.proto.collector.trace.v1.TraceService/Export";
    private static final String LOGS = "opentelemetry.proto.collector.logs.v1.LogsService/Export";

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;
    @Autowired private GrpcPort port;

    private GrpcClient client;
    private String token = "";

    @BeforeEach
    void begin() {
        client = new GrpcClient(port.number());
        token = sender.source("*");
    }

    @AfterEach
    void end() {
        client.close();
    }

    @Test
    void whoIsNotKnownIsSentAway() {
        assertRefused(Status.Code.UNAUTHENTICATED, "", new byte[0]);
        assertRefused(Status.Code.UNAUTHENTICATED, "rs_source_guessed", new byte[0]);
        assertRefused(
                Status.Code.PERMISSION_DENIED, TestTokens.of(server).admin("caller"), new byte[0]);
    }

    @Test
    void whatItsSourceMayNotSpeakOfIsRefused() {
        StatusRuntimeException refused =
                client.refused(TRACES, sender.source("product:stats"), spans("relay", 1));

        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
        assertThat(refused.getStatus().getDescription()).contains("hop:mail/relay");
    }

    @Test
    void whatCannotBeReadIsInvalidAndNotToBeRepeated() throws Exception {
        StatusRuntimeException refused = client.refused(TRACES, token, new byte[] {1, 2, 3});

        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(refused.getStatus().getDescription()).contains("ExportTraceServiceRequest");
        assertThat(GrpcClient.retry(refused)).isEmpty();
    }

    @Test
    void whatIsTooLargeIsRefusedAndNotToBeRepeated() throws Exception {
        byte[] large =
                ExportLogsServiceRequest.newBuilder()
                        .addResourceLogsBuilder()
                        .setSchemaUrlBytes(ByteString.copyFrom(new byte[Requests.MOST_BYTES]))
                        .build()
                        .toByteArray();
        byte[] manyParts = new byte[2 * 1_000_001];
        for (int at = 0; at < manyParts.length; at += 2) {
            manyParts[at] = 0x0a;
        }

        for (StatusRuntimeException refused :
                List.of(
                        client.refused(LOGS, token, large),
                        client.refusedUnpacked(LOGS, token, large),
                        client.refused(LOGS, token, manyParts))) {
            assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            assertThat(GrpcClient.retry(refused)).isEmpty();
        }
    }

    @Test
    void whatIsNotServedIsSaidToBeSo() {
        assertThat(client.refused("a.Service/Method", token, new byte[0]).getStatus().getCode())
                .isEqualTo(Status.Code.UNIMPLEMENTED);
    }

    @Test
    void whatWasNotTakenIsAPartialSuccess() throws Exception {
        var export = ExportTraceServiceRequest.parseFrom(spans("relay", 1)).toBuilder();
        export.getResourceSpansBuilder(0)
                .getScopeSpansBuilder(0)
                .addSpans(Span.newBuilder().setName("without id"));

        var answer =
                ExportTraceServiceResponse.parseFrom(
                        client.call(TRACES, token, export.build().toByteArray()));

        assertThat(answer.getPartialSuccess().getRejectedSpans()).isEqualTo(1);
        assertThat(answer.getPartialSuccess().getErrorMessage()).contains("without an id");
    }

    @Test
    void callsCountForTheirSource() {
        String name = sender.unique("source");
        token = sender.sourceNamed(name);

        client.call(TRACES, token, spans("relay", 2));
        client.refused(TRACES, token, new byte[] {1, 2, 3});

        assertThat(server.getBean(SourceTally.class).all())
                .filteredOn(count -> count.source().name().equals(name))
                .extracting(count -> count.what() + " " + count.name() + " " + count.times())
                .contains(
                        "ACCEPTED /" + TRACES + " 1",
                        "REFUSED /" + TRACES + " 1",
                        "ABOUT hop:mail/relay 1",
                        "REPORTS  2");
    }

    @Test
    void aFullServerSaysWhenToComeAgainAndTakesTheSameThen() throws Exception {
        Counted counted = Counted.fromNowOn(server, "relay-spans");
        byte[] filling = spans("relay", 50_000 - 2);
        byte[] more = spans("relay", 3);
        try (var filler = new GrpcClient(port.number());
                var callers = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting =
                    new TransactionTemplate(server.getBean(PlatformTransactionManager.class))
                            .execute(_ -> {
                                server.getBean(JdbcClient.class)
                                        .sql("lock table export_batch in exclusive mode")
                                        .update();
                                var answer =
                                        callers.submit(() -> filler.call(TRACES, token, filling));
                                awaitDepth(50_000 - 2);
                                StatusRuntimeException refused =
                                        client.refused(TRACES, token, more);
                                assertFull(refused);
                                return answer;
                            });
            assertThat(waiting).isNotNull();
            waiting.get();
        }

        client.call(TRACES, token, more);

        assertThat(counted.total()).isEqualTo(50_000 + 1);
    }

    @Test
    void callsThatAreBrokenOffHoldNothing() {
        for (int at = 0; at < 200; at++) {
            ClientCall<byte[], byte[]> call =
                    client.channel().newCall(GrpcClient.descriptor(LOGS), CallOptions.DEFAULT);
            call.start(new ClientCall.Listener<>() {}, GrpcClient.bearer(token));
            call.sendMessage(new byte[300_000]);
            call.cancel("enough", null);
        }

        assertThat(client.call(LOGS, token, new byte[0])).isEmpty();
    }

    private static void assertFull(StatusRuntimeException refused) {
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        try {
            assertThat(GrpcClient.retry(refused).orElseThrow().getRetryDelay().getSeconds())
                    .isPositive();
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private void assertRefused(Status.Code code, String by, byte[] request) {
        assertThat(client.refused(LOGS, by, request).getStatus().getCode()).isEqualTo(code);
    }

    private void awaitDepth(int depth) {
        var gauge =
                server.getBean(io.micrometer.core.instrument.MeterRegistry.class)
                        .get("runside.intake.points.queue")
                        .gauge();
        Instant deadline = Instant.now().plusSeconds(20);
        while (gauge.value() < depth) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    private static byte[] spans(String service, int many) {
        long trace = ThreadLocalRandom.current().nextLong();
        long now = System.currentTimeMillis() * 1_000_000;
        var scope = ScopeSpans.newBuilder();
        for (int at = 1; at <= many; at++) {
            scope.addSpans(
                    Span.newBuilder()
                            .setTraceId(
                                    ByteString.copyFrom(ByteBuffer.allocate(16).putLong(0, trace)))
                            .setSpanId(ByteString.copyFrom(ByteBuffer.allocate(8).putLong(0, at)))
                            .setName("s")
                            .setKind(Span.SpanKind.SPAN_KIND_SERVER)
                            .setStartTimeUnixNano(now)
                            .setEndTimeUnixNano(now));
        }
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(
                        ResourceSpans.newBuilder()
                                .setResource(
                                        Resource.newBuilder()
                                                .addAttributes(
                                                        KeyValue.newBuilder()
                                                                .setKey("service.name")
                                                                .setValue(
                                                                        AnyValue.newBuilder()
                                                                                .setStringValue(
                                                                                        service))))
                                .addScopeSpans(scope))
                .build()
                .toByteArray();
    }
}
