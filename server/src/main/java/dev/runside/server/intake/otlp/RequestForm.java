package dev.runside.server.intake.otlp;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What a request is made of, in both encodings. */
record RequestForm<T extends Message>(
        Descriptor descriptor, Parser<T> protobuf, Function<JsonNode, T> json) {

    static final RequestForm<ExportMetricsServiceRequest> METRICS =
            new RequestForm<>(
                    ExportMetricsServiceRequest.getDescriptor(),
                    ExportMetricsServiceRequest.parser(),
                    OtlpJson::metrics);

    static final RequestForm<ExportTraceServiceRequest> TRACES =
            new RequestForm<>(
                    ExportTraceServiceRequest.getDescriptor(),
                    ExportTraceServiceRequest.parser(),
                    OtlpJsonSpan::request);

    static final RequestForm<ExportLogsServiceRequest> LOGS =
            new RequestForm<>(
                    ExportLogsServiceRequest.getDescriptor(),
                    ExportLogsServiceRequest.parser(),
                    OtlpJsonLog::request);
}
