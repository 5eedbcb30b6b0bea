package dev.runside.server.intake.otlp;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller;
import dev.runside.server.access.Who;
import dev.runside.server.intake.body.Bodies;
import dev.runside.server.intake.body.Bodies.Body;
import dev.runside.server.intake.body.MediaTypes;
import dev.runside.server.intake.mapping.Speakers;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** OTLP/HTTP metrics, in protobuf and JSON, plain and packed. */
@RestController
@Allow({Who.SOURCE, Who.AGENT})
class MetricsEndpoint {

    private static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final String RETRY_AFTER_SECONDS = "2";

    private final Bodies bodies;
    private final MetricIntake intake;
    private final PointMeters meters;

    MetricsEndpoint(Bodies bodies, MetricIntake intake, PointMeters meters) {
        this.bodies = bodies;
        this.intake = intake;
        this.meters = meters;
    }

    @Operation(
            operationId = "exportMetrics",
            summary = "OTLP/HTTP metrics, as protobuf or JSON.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/x-protobuf",
                                            schema = @Schema(type = "object"))))
    @PostMapping("/v1/metrics")
    ResponseEntity<byte[]> post(Caller caller, HttpServletRequest request) {
        Optional<OtlpFormat> known = OtlpFormat.of(MediaTypes.of(request));
        OtlpFormat format = known.orElse(OtlpFormat.PROTOBUF);
        try (Body body = bodies.read(request, MOST_BYTES)) {
            if (known.isEmpty()) {
                throw Problem.of(
                        ErrorCode.WRONG_MEDIA_TYPE,
                        "Send application/x-protobuf or application/json.");
            }
            ExportMetricsServiceRequest export = format.read(body.bytes());
            Rejections rejections = intake.take(Speakers.of(caller), export);
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(format.mediaType()))
                    .body(format.answer(rejections));
        } catch (Problem problem) {
            meters.refused(problem.code());
            return refused(format, problem);
        }
    }

    private static ResponseEntity<byte[]> refused(OtlpFormat format, Problem problem) {
        var answer =
                ResponseEntity.status(problem.code().status())
                        .contentType(MediaType.parseMediaType(format.mediaType()));
        switch (problem.code().kind()) {
            case OVERLOAD, DEPENDENCY -> answer.header("Retry-After", RETRY_AFTER_SECONDS);
            case CALLER, INTERNAL -> {}
        }
        return answer.body(
                format.status(
                        rpcCode(problem.code().status()), problem.detail() + " " + problem.fix()));
    }

    /** The code of google.rpc.Code that stands for an HTTP status. */
    private static int rpcCode(int status) {
        return switch (status) {
            case 401 -> 16;
            case 403 -> 7;
            case 413, 429 -> 8;
            case 503 -> 14;
            default -> status < 500 ? 3 : 13;
        };
    }
}
