package dev.runside.server.intake.otlp;

import dev.runside.core.Ref;
import dev.runside.server.intake.mapping.ServiceNames;
import dev.runside.server.intake.mapping.Speaker;
import dev.runside.server.intake.mapping.UnmappedNames;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds out whose telemetry a resource's points are. */
@Component
class Origins {

    private static final String SERVICE = "service.name";

    /** What an agent measures of the services it watches; the point itself names the hop. */
    private static final String PROBE = "runside.probe";

    private final ServiceNames services;
    private final UnmappedNames unmapped;

    Origins(ServiceNames services, UnmappedNames unmapped) {
        this.services = services;
        this.unmapped = unmapped;
    }

    Origin of(Speaker speaker, ResourceMetrics resource) {
        return of(speaker, resource.getResource(), !onlyProbes(resource));
    }

    /**
     * @param named whether its service name says whose it is
     */
    Origin of(Speaker speaker, Resource resource, boolean named) {
        Map<String, String> attributes = Attributes.texts(resource.getAttributesList());
        String service = attributes.getOrDefault(SERVICE, "");
        List<Ref> hops = services.hopsOf(service);
        if (hops.isEmpty() && named) {
            unmapped.count(speaker.who(), service, 1);
        }
        Set<Ref> subjects = new HashSet<>(Set.of(speaker.who()));
        hops.stream().filter(speaker.mayReportOn()).forEach(subjects::add);
        Optional<Ref> forbidden =
                subjects.size() == 1 && !hops.isEmpty()
                        ? Optional.of(hops.getFirst())
                        : Optional.empty();
        return new Origin(attributes, subjects, forbidden);
    }

    private static boolean onlyProbes(ResourceMetrics resource) {
        return resource.getScopeMetricsList().stream()
                .flatMap(scope -> scope.getMetricsList().stream())
                .allMatch(metric -> metric.getName().equals(PROBE));
    }

    Set<Ref> ofPoint(Speaker speaker, Origin origin, String metric, Map<String, String> point) {
        if (!metric.equals(PROBE) || !point.containsKey("hop")) {
            return origin.subjects();
        }
        return named(point.get("hop"))
                .filter(speaker.mayReportOn())
                .map(Set::of)
                .orElse(origin.subjects());
    }

    private static Optional<Ref> named(String hop) {
        try {
            return Optional.of(Ref.parse(hop));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
