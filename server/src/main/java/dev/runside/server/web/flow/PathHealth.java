package dev.runside.server.web.flow;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Product;
import dev.runside.core.triage.Finding;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.Names;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How some hops are that together do one thing, and whether it comes out. */
public final class PathHealth {

    private final List<Ref> hops;
    private final Set<Ref> outcomes;
    private final String unmeasured;
    private final Situation situation;

    private PathHealth(List<Ref> hops, Set<Ref> outcomes, String unmeasured, Situation situation) {
        this.hops = hops;
        this.outcomes = outcomes;
        this.unmeasured = unmeasured;
        this.situation = situation;
    }

    /** Of a flow, whose outcome is also its product's. */
    static PathHealth of(Flow flow, Situation situation) {
        return new PathHealth(
                flow.path(),
                Set.of(flow.ref(), flow.product()),
                "Nothing is measured on this path yet.",
                situation);
    }

    /** Of a product, with its own hops and what its flows lead to. */
    public static PathHealth of(Product product, Situation situation) {
        Stream<Ref> flows =
                situation.catalog().flows().values().stream()
                        .filter(flow -> flow.product().equals(product.ref()))
                        .map(Flow::ref);
        return new PathHealth(
                product.hops().stream().map(Product.Hop::ref).toList(),
                Stream.concat(Stream.of(product.ref()), flows).collect(Collectors.toSet()),
                "Nothing is measured here yet.",
                situation);
    }

    /** In a sentence. */
    public String state() {
        List<String> sick =
                hops.stream()
                        .filter(hop -> health(hop).compareTo(Health.CHANGING) <= 0)
                        .map(hop -> label(hop) + " is " + health(hop).word())
                        .toList();
        if (!sick.isEmpty()) {
            return String.join(", ", sick) + ".";
        }
        return outcome() ? "Every hop is well, the outcome is not." : well();
    }

    private String well() {
        List<String> unwatched =
                hops.stream()
                        .filter(hop -> health(hop) == Health.UNWATCHED)
                        .map(this::label)
                        .toList();
        if (unwatched.isEmpty()) {
            return hops.isEmpty() ? unmeasured : "Every hop is well.";
        }
        return unwatched.size() == hops.size()
                ? unmeasured
                : "Every hop that is watched is well; nothing is measured at "
                        + String.join(", ", unwatched)
                        + ".";
    }

    /** A hop that nobody watches says nothing about the path. */
    public Health worst() {
        Health worst =
                hops.stream()
                        .map(this::health)
                        .filter(health -> health != Health.UNWATCHED)
                        .min(Comparator.naturalOrder())
                        .orElse(Health.UNWATCHED);
        return outcome() && worst.compareTo(Health.FAILING) > 0 ? Health.FAILING : worst;
    }

    /** On its hops and on what they lead to. */
    Stream<Finding> findings() {
        return situation.findings().stream()
                .filter(finding ->
                        hops.contains(finding.subject()) || outcomes.contains(finding.subject()));
    }

    private boolean outcome() {
        return situation.findings().stream()
                .anyMatch(finding -> outcomes.contains(finding.subject()));
    }

    private Health health(Ref hop) {
        return Health.of(hop, situation);
    }

    private String label(Ref hop) {
        return new Names(situation.catalog()).label(hop);
    }
}
