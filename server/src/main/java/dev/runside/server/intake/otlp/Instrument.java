package dev.runside.server.intake.otlp;

import dev.runside.server.intake.Digest;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A metric of one resource and one scope, and the identity of its series. */
final class Instrument {

    private final Origin origin;
    private final Metric metric;
    private final String identity;
    private final Map<String, UUID> keys = new HashMap<>();

    Instrument(Origin origin, InstrumentationScope scope, Metric metric) {
        this.origin = origin;
        this.metric = metric;
        this.identity =
                with(new Digest(), origin.attributes())
                        .add(scope.getName())
                        .add(scope.getVersion())
                        .add(metric.getName())
                        .add(metric.getUnit())
                        .add(metric.getDataCase().name())
                        .uuid()
                        .toString();
    }

    Metric metric() {
        return metric;
    }

    /** The resource's attributes, by which an indicator may choose as well. */
    Map<String, String> together(Map<String, String> point) {
        return Attributes.together(origin.attributes(), point);
    }

    /**
     * @param about which indicators' subjects its points concern: those that no indicator followed
     *     until now must not be taken for new ones
     */
    UUID key(String about) {
        return keys.computeIfAbsent(about, each -> new Digest().add(identity).add(each).uuid());
    }

    UUID series(TreeMap<String, String> attributes) {
        return with(new Digest().add(identity), attributes).uuid();
    }

    private static Digest with(Digest digest, Map<String, String> attributes) {
        digest.add(Integer.toString(attributes.size()));
        attributes.forEach((name, value) -> digest.add(name).add(value));
        return digest;
    }
}
