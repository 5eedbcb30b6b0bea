package dev.runside.server.intake.otlp;

import com.google.protobuf.Message;
import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Layer;
import dev.runside.server.intake.Digest;
import dev.runside.server.intake.fuzz.Decoder;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What reads exports, down to the points, spans and records that are counted. */
public final class OtlpDecoders {

    private static final Ref HOP = Ref.parse("hop:mail/relay");
    private static final Use USE =
            Use.of(
                            new Indicator(
                                    "relay-speed",
                                    "relay-speed",
                                    HOP,
                                    Layer.PRODUCT,
                                    Function.PLATFORM,
                                    new Measure.Latency("any", Map.of(), Duration.ofMillis(500)),
                                    Optional.of(0.99),
                                    List.of(),
                                    false))
                    .orElseThrow();

    private OtlpDecoders() {}

    public static List<Decoder> all() {
        return Stream.of(
                        both("metrics", RequestForm.METRICS, OtlpDecoders::metrics),
                        both(
                                "traces",
                                RequestForm.TRACES,
                                request -> happenings(new SpanCounting(), Told.spans(request))),
                        both(
                                "logs",
                                RequestForm.LOGS,
                                request -> happenings(new LogCounting(), Told.records(request))))
                .flatMap(List::stream)
                .toList();
    }

    private static <T extends Message> List<Decoder> both(
            String name, RequestForm<T> form, Consumer<T> next) {
        return List.of(
                new Decoder(
                        name + "-protobuf",
                        body -> next.accept(OtlpFormat.PROTOBUF.read(body, form))),
                new Decoder(name + "-json", body -> next.accept(OtlpFormat.JSON.read(body, form))));
    }

    private static void metrics(ExportMetricsServiceRequest request) {
        var rejections = new Rejections();
        for (ResourceMetrics resource : request.getResourceMetricsList()) {
            MetricPoints.count(resource);
            Origin origin = origin(Attributes.texts(resource.getResource().getAttributesList()));
            for (ScopeMetrics scope : resource.getScopeMetricsList()) {
                for (Metric metric : scope.getMetricsList()) {
                    var instrument = new Instrument(origin, scope.getScope(), metric);
                    new SeriesReader(instrument, _ -> List.of(USE), rejections)
                            .read()
                            .forEach(OtlpDecoders::count);
                }
            }
        }
        OtlpFormat.JSON.answer(OtlpSignal.METRICS, rejections);
    }

    private static void count(Point point) {
        point.matches().forEach(match -> point.counts().upTo(match.bound()));
    }

    private static <T> void happenings(Counting<T> counting, List<Told<T>> all) {
        var rejections = new Rejections();
        for (Told<T> told : all) {
            Origin origin = origin(Attributes.texts(told.resource().getAttributesList()));
            for (T thing : told.things()) {
                counting.fault(thing).ifPresent(fault -> rejections.add(fault, 1));
                Map<String, String> attributes =
                        Attributes.together(origin.attributes(), counting.attributes(thing));
                new Matching("any", "s", rejections)
                        .of(List.of(USE), attributes, counting.counts(thing));
                counting.identify(new Digest(), told.resource(), thing).bits();
            }
        }
        OtlpFormat.PROTOBUF.answer(OtlpSignal.TRACES, rejections);
    }

    private static Origin origin(Map<String, String> attributes) {
        return new Origin(attributes, Set.of(HOP), Optional.empty());
    }
}
