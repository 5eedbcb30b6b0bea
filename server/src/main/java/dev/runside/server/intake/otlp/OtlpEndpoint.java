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

/** OTLP/HTTP: metrics, traces and logs, in protobuf and JSON, plain and packed. */
@RestController
@Allow({Who.SOURCE, Who.AGENT})
class OtlpEndpoint {

    private static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final String RETRY_AFTER_SECONDS = "2";

    private final Bodies bodies;
    private final OtlpIntake intake;
    private final OtlpMeters meters;

    OtlpEndpoint(Bodies bodies, OtlpIntake intake, OtlpMeters meters) {
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
    ResponseEntity<byte[]> metrics(Caller caller, HttpServletRequest request) {
        return take(OtlpSignal.METRICS, caller, request);
    }

    @Operation(
            operationId = "exportTraces",
            summary = "OTLP/HTTP traces, as protobuf or JSON.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/x-protobuf",
                                            schema = @Schema(type = "object"))))
    @PostMapping("/v1/traces")
    ResponseEntity<byte[]> traces(Caller caller, HttpServletRequest request) {
        return take(OtlpSignal.TRACES, caller, request);
    }

    @Operation(
            operationId = "exportLogs",
            summary = "OTLP/HTTP logs, as protobuf or JSON.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/x-protobuf",
                                            schema = @Schema(type = "object"))))
    @PostMapping("/v1/logs")
    ResponseEntity<byte[]> logs(Caller caller, HttpServletRequest request) {
        return take(OtlpSignal.LOGS, caller, request);
    }

    private ResponseEntity<byte[]> take(
            OtlpSignal signal, Caller caller, HttpServletRequest request) {
        Optional<OtlpFormat> known = OtlpFormat.of(MediaTypes.of(request));
        OtlpFormat format = known.orElse(OtlpFormat.PROTOBUF);
        try (Body body = bodies.read(request, MOST_BYTES)) {
            if (known.isEmpty()) {
                throw Problem.of(
                        ErrorCode.WRONG_MEDIA_TYPE,
                        "Send application/x-protobuf or application/json.");
            }
            Rejections rejections = intake.take(Speakers.of(caller), signal, format, body.bytes());
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(format.mediaType()))
                    .body(format.answer(signal, rejections));
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
                format.status(problem.code().rpcCode(), problem.detail() + " " + problem.fix()));
    }
}
