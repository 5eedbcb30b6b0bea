package dev.runside.server.intake.otlp;

import dev.runside.core.Ref;
import dev.runside.server.intake.mapping.Speaker;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads from an export the points of metrics that some indicator of their hop uses. */
@Component
class ExportReader {

    private final Origins origins;
    private final IndicatorIndex index;

    ExportReader(Origins origins, IndicatorIndex index) {
        this.origins = origins;
        this.index = index;
    }

    Reading read(Speaker speaker, ExportMetricsServiceRequest request) {
        List<Point> points = new ArrayList<>();
        var rejections = new Rejections();
        long seen = 0;
        long forbidden = 0;
        Set<Ref> hops = new HashSet<>();
        for (ResourceMetrics resource : request.getResourceMetricsList()) {
            Origin origin = origins.of(speaker, resource);
            long size = MetricPoints.count(resource);
            seen += size;
            if (origin.forbidden().isPresent()) {
                forbidden += size;
                rejections.add(
                        speaker.who() + " may not report on " + origin.forbidden().get(), size);
            } else {
                origin.subjects().stream().filter(Ref::onPath).forEach(hops::add);
                read(speaker, origin, resource, points, rejections);
            }
        }
        return new Reading(points, List.of(), rejections, seen, forbidden, hops);
    }

    private void read(
            Speaker speaker,
            Origin origin,
            ResourceMetrics resource,
            List<Point> points,
            Rejections rejections) {
        for (ScopeMetrics scope : resource.getScopeMetricsList()) {
            for (Metric metric : scope.getMetricsList()) {
                if (index.knows(metric.getName())) {
                    var reader =
                            new SeriesReader(
                                    new Instrument(origin, scope.getScope(), metric),
                                    uses(speaker, origin, metric.getName()),
                                    rejections);
                    points.addAll(reader.read());
                }
            }
        }
    }

    /** Asked for each point; nearly all of a metric concern the same. */
    private Function<Map<String, String>, List<Use>> uses(
            Speaker speaker, Origin origin, String metric) {
        List<Use> usual = index.uses(metric, origin.subjects());
        return attributes -> {
            Set<Ref> about = origins.ofPoint(speaker, origin, metric, attributes);
            return about.equals(origin.subjects()) ? usual : index.uses(metric, about);
        };
    }
}
