package dev.runside.server.intake.otlp;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.runside.server.intake.body.JsonParts;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The two encodings of OTLP/HTTP; an answer is in that of its request. */
enum OtlpFormat {
    PROTOBUF("application/x-protobuf"),
    JSON("application/json");

    private final String mediaType;

    OtlpFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<OtlpFormat> of(String mediaType) {
        return switch (mediaType) {
            case "application/x-protobuf", "application/protobuf" -> Optional.of(PROTOBUF);
            case "application/json" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }

    ExportMetricsServiceRequest read(byte[] body) {
        try {
            if (hasTooManyParts(body)) {
                throw Problem.of(
                        ErrorCode.TOO_LARGE,
                        "An export may have at most %,d parts.".formatted(Parts.MOST));
            }
            return switch (this) {
                case PROTOBUF -> ExportMetricsServiceRequest.parseFrom(body);
                case JSON -> OtlpJson.read(JsonMapper.shared().readTree(body));
            };
        } catch (InvalidProtocolBufferException | JacksonException | NumberFormatException e) {
            throw Problem.of(
                    ErrorCode.MALFORMED_BODY, "The body is no ExportMetricsServiceRequest.");
        }
    }

    private boolean hasTooManyParts(byte[] body) throws InvalidProtocolBufferException {
        return switch (this) {
            case PROTOBUF -> Parts.tooManyOf(ExportMetricsServiceRequest.getDescriptor(), body);
            case JSON -> JsonParts.tooManyIn(body);
        };
    }

    byte[] answer(Rejections rejections) {
        String message = rejections.message();
        return switch (this) {
            case PROTOBUF -> protobuf(rejections.points(), message);
            case JSON ->
                    JsonMapper.shared()
                            .writeValueAsBytes(
                                    message.isEmpty()
                                            ? Map.of()
                                            : Map.of(
                                                    "partialSuccess",
                                                    Map.of(
                                                            "rejectedDataPoints",
                                                            Long.toString(rejections.points()),
                                                            "errorMessage",
                                                            message)));
        };
    }

    private static byte[] protobuf(long points, String message) {
        var answer = ExportMetricsServiceResponse.newBuilder();
        if (!message.isEmpty()) {
            answer.setPartialSuccess(
                    ExportMetricsPartialSuccess.newBuilder()
                            .setRejectedDataPoints(points)
                            .setErrorMessage(message));
        }
        return answer.build().toByteArray();
    }

    /** A google.rpc.Status, as the protocol wants it with every 4xx and 5xx. */
    byte[] status(int code, String message) {
        return switch (this) {
            case PROTOBUF -> protobufStatus(code, message);
            case JSON ->
                    JsonMapper.shared().writeValueAsBytes(Map.of("code", code, "message", message));
        };
    }

    private static byte[] protobufStatus(int code, String message) {
        var bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.writeInt32(1, code);
            out.writeString(2, message);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
