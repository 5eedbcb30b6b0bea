package dev.runside.server.intake.mapping;

import dev.runside.core.Ref;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Under which names labels and attributes speak of a hop, the most trusted first. Prometheus writes
 * what stands between words as {@code _}, so both forms are looked for.
 */
public final class Names {

    private static final List<String> SUBJECT = List.of("runside_subject", "runside.subject");

    private static final List<String> NAMING =
            List.of(
                    "service.name",
                    "service",
                    "backstage.io/kubernetes-id",
                    "app.kubernetes.io/name",
                    "app.kubernetes.io/instance",
                    "app",
                    "k8s.deployment.name",
                    "deployment",
                    "k8s.statefulset.name",
                    "statefulset",
                    "k8s.daemonset.name",
                    "daemonset",
                    "k8s.cronjob.name",
                    "cronjob",
                    "component",
                    "job",
                    "container",
                    "k8s.container.name",
                    "namespace",
                    "k8s.namespace.name",
                    "source");

    /** By each form of a name, how much it is trusted: the lower the more. */
    private static final Map<String, Integer> RANKS = ranks();

    private Names() {}

    /** What says itself of which hop it is. */
    public static Optional<Ref> subject(Map<String, String> attributes) {
        return SUBJECT.stream()
                .flatMap(name -> Stream.ofNullable(attributes.get(name)))
                .findFirst()
                .flatMap(Names::reference);
    }

    public static List<String> of(Map<String, String> attributes) {
        SortedMap<Integer, String> found = new TreeMap<>();
        attributes.forEach((key, name) -> {
            @Nullable Integer rank = RANKS.get(key);
            if (rank != null && !name.isBlank()) {
                found.put(rank, name);
            }
        });
        Set<String> names = new LinkedHashSet<>();
        for (String name : found.values()) {
            names.add(name);
            names.add(lastPart(name));
        }
        return List.copyOf(names);
    }

    private static Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        for (String naming : NAMING) {
            String joined = naming.replaceAll("[./-]", "_");
            for (String key : List.of(naming, joined, "label_" + joined)) {
                ranks.putIfAbsent(key, ranks.size());
            }
        }
        return Map.copyOf(ranks);
    }

    /** Prometheus' operator writes a job as namespace/name. */
    private static String lastPart(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return last.isBlank() ? name : last;
    }

    private static Optional<Ref> reference(String text) {
        try {
            return Optional.of(Ref.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
