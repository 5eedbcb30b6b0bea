package dev.runside.server.intake.otlp;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.runside.server.intake.body.JsonParts;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
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

    <T extends Message> T read(byte[] body, RequestForm<T> form) {
        try {
            if (hasTooManyParts(body, form)) {
                throw Problem.of(
                        ErrorCode.TOO_LARGE,
                        "An export may have at most %,d parts.".formatted(Parts.MOST));
            }
            return switch (this) {
                case PROTOBUF -> form.protobuf().parseFrom(body);
                case JSON -> form.json().apply(JsonMapper.shared().readTree(body));
            };
        } catch (InvalidProtocolBufferException | JacksonException | NumberFormatException e) {
            throw Problem.of(
                    ErrorCode.MALFORMED_BODY,
                    "The body is no " + form.descriptor().getName() + ".");
        }
    }

    private boolean hasTooManyParts(byte[] body, RequestForm<?> form)
            throws InvalidProtocolBufferException {
        return switch (this) {
            case PROTOBUF -> Parts.tooManyOf(form.descriptor(), body);
            case JSON -> JsonParts.tooManyIn(body);
        };
    }

    byte[] answer(OtlpSignal signal, Rejections rejections) {
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
                                                            signal.rejected(),
                                                            Long.toString(rejections.points()),
                                                            "errorMessage",
                                                            message)));
        };
    }

    /** The answers to all three signals have the same fields under the same numbers. */
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
