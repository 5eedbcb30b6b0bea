package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.cluster.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether a surge of tickets comes from what is built or from how it is used, with what speaks for
 * it. Where nothing speaks for either, that is said.
 */
final class SurgeCause {

    /** Customers write some time after what was changed. */
    private static final Duration BEFORE = Duration.ofMinutes(30);

    private static final double MOST = 0.5;

    private final Catalog catalog;
    private final List<Finding> findings;
    private final Collection<Change> changes;
    private final Collection<Complaints> complaints;

    SurgeCause(
            Catalog catalog,
            List<Finding> findings,
            Collection<Change> changes,
            Collection<Complaints> complaints) {
        this.catalog = catalog;
        this.findings = findings;
        this.changes = changes;
        this.complaints = complaints;
    }

    /** One sentence; empty where no tickets surge. */
    Optional<String> sentence() {
        List<Finding> surges =
                findings.stream().filter(each -> each.kind().equals(Surges.SURGE)).toList();
        return surges.isEmpty()
                ? Optional.empty()
                : failing()
                        .or(() -> many(surges))
                        .or(() -> changed(surges))
                        .map(why ->
                                "the tickets look like a cause in the architecture, not a gap in training: "
                                        + why)
                        .or(() -> Optional.of(nothingWrong(surges)));
    }

    private Optional<String> failing() {
        return findings.stream()
                .filter(finding -> finding.subject().onPath())
                .min(Diagnostician.STRONGEST_FIRST)
                .map(finding ->
                        "%s on their path is unhealthy (%s)"
                                .formatted(finding.subject(), finding.kind()));
    }

    private Optional<String> many(List<Finding> surges) {
        Set<Ref> products = catalog.productsOf(surges.stream().map(Finding::subject));
        return products.size() < 2
                ? Optional.empty()
                : Optional.of("%d products have them at once".formatted(products.size()));
    }

    private Optional<String> changed(List<Finding> surges) {
        Instant began =
                surges.stream()
                        .map(Finding::startedAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        Set<Ref> path = path(surges);
        return changes.stream()
                .filter(change -> path.contains(change.subject()))
                .filter(change ->
                        change.startedAt().isAfter(began.minus(BEFORE))
                                && change.startedAt().isBefore(began.plus(Change.AFTERMATH)))
                .max(Comparator.comparing(Change::startedAt))
                .map(change ->
                        "%s of %s on their path began %d min before (%s)"
                                .formatted(
                                        change.kind(),
                                        change.subject(),
                                        Math.max(
                                                0,
                                                Duration.between(change.startedAt(), began)
                                                        .toMinutes()),
                                        change.summary()));
    }

    /** The hops of the products' flows, and all they hang on. */
    private Set<Ref> path(List<Finding> surges) {
        Set<Ref> products = catalog.productsOf(surges.stream().map(Finding::subject));
        Set<Ref> path = new TreeSet<>();
        catalog.flows().values().stream()
                .filter(flow -> products.contains(flow.product()))
                .forEach(flow -> path.addAll(flow.path()));
        catalog.hops().keySet().stream()
                .filter(hop -> catalog.productOf(hop).filter(products::contains).isPresent())
                .forEach(path::add);
        List.copyOf(path).forEach(hop -> path.addAll(catalog.graph().dependencies(hop)));
        return path;
    }

    private String nothingWrong(List<Finding> surges) {
        Set<Ref> path = path(surges);
        long watched =
                catalog.indicators().values().stream()
                        .filter(indicator -> path.contains(indicator.subject()))
                        .count();
        String nothing =
                watched == 0
                        ? "no indicator watches their path"
                        : "nothing is wrong on their path (%d watched there)".formatted(watched);
        int tickets = complaints.stream().mapToInt(Complaints::tickets).sum();
        int asking = topics().mapToInt(Topic::asking).sum();
        Optional<Topic> asked =
                topics().filter(topic -> topic.asking() > MOST * topic.count()).findFirst();
        return asked.filter(_ -> watched > 0 && asking > MOST * tickets)
                .map(topic ->
                        "the tickets look like a gap in training, not a cause in the architecture: %s, no change was announced, and %d of %d ask how something is done, most often: %s (%s)"
                                .formatted(
                                        nothing,
                                        asking,
                                        tickets,
                                        topic.label(),
                                        String.join(", ", topic.examples())))
                .orElse(
                        "whether the tickets come from the architecture or from a gap in training is not clear: "
                                + nothing
                                + ", no change was announced"
                                + (tickets == 0
                                        ? ""
                                        : ", and %d of %d ask how something is done"
                                                .formatted(asking, tickets)));
    }

    private Stream<Topic> topics() {
        return complaints.stream()
                .flatMap(each -> each.topics().stream())
                .sorted(Comparator.comparing(Topic::count).reversed());
    }
}
