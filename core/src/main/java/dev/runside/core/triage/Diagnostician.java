package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says where it went wrong first. A hop none of whose dependencies is unhealthy is a root; a change
 * is a suspect only with a path to the symptom, a time before it, and something it touched.
 */
final class Diagnostician {

    /** By what they prove, then by when they began. */
    static final Comparator<Finding> STRONGEST_FIRST =
            Comparator.comparingDouble((Finding finding) -> -weight(finding.kind()))
                    .thenComparing(Finding::startedAt);

    private static final Duration BEFORE = Duration.ofMinutes(10);

    /** What it tells of two hops that one answers for more of what fails than the other. */
    private static final double OWN_EXCESS = 0.05;

    /** What is not watched and called by what fails is no more than possible. */
    private static final double SAYS_NOTHING = 0.3;

    private final Catalog catalog;
    private final List<Finding> findings;
    private final Collection<Change> changes;
    private final Instant began;
    private final Set<Ref> unhealthy;
    private final Set<Ref> well;
    private final List<Suspect> others;
    private final OwnExcess excess;

    /**
     * @param others suspects that are known besides
     * @param well what the findings outlived: it failed, and said since that it no longer does
     */
    Diagnostician(
            Catalog catalog,
            List<Finding> findings,
            Collection<Change> changes,
            Set<Ref> well,
            List<Suspect> others) {
        this.others = others;
        this.well = well;
        this.catalog = catalog;
        this.findings = findings;
        this.changes = changes;
        this.began =
                findings.stream()
                        .map(Finding::startedAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        this.unhealthy =
                new TreeSet<>(findings.stream().map(Finding::subject).filter(Ref::onPath).toList());
        this.excess = new OwnExcess(catalog.graph(), findings);
    }

    Diagnosis diagnose() {
        List<Suspect> suspects = new ArrayList<>();
        unhealthy.forEach(hop -> suspects.add(hop(hop)));
        suspects.addAll(silent(suspects));
        if (unhealthy.isEmpty()) {
            findings.stream()
                    .map(Finding::subject)
                    .distinct()
                    .forEach(subject -> suspects.addAll(offPath(subject)));
        }
        changes.stream().flatMap(change -> change(change).stream()).forEach(suspects::add);
        suspects.addAll(others);
        suspects.sort(Comparator.comparingDouble(Suspect::score).reversed());
        Set<Ref> named = new TreeSet<>();
        suspects.removeIf(suspect -> !named.add(suspect.ref()));
        return new Diagnosis(
                suspects.subList(0, Math.min(suspects.size(), 8)), ruledOut(suspects.getFirst()));
    }

    private Suspect hop(Ref hop) {
        Set<Ref> sick = sickDependencies(hop);
        List<Finding> own = findings.stream().filter(f -> f.subject().equals(hop)).toList();
        double weight = own.stream().mapToDouble(f -> weight(f.kind())).max().orElse(0.3);
        List<String> evidence = new ArrayList<>(own.stream().map(Finding::sentence).toList());
        if (sick.isEmpty()) {
            evidence.add("nothing it depends on is unhealthy");
            weight += own.stream().anyMatch(f -> f.startedAt().equals(began)) ? 0.02 : 0;
            weight +=
                    0.01
                            * unhealthy.stream()
                                    .filter(other -> catalog.graph().dependsOn(other, hop))
                                    .count();
        } else {
            Optional<String> unexplained = excess.unexplained(hop, sick);
            evidence.add(
                    unexplained.orElse(
                            "depends on " + names(sick) + ", unhealthy too" + seen(hop, sick)));
            weight *= unexplained.isPresent() ? 1 : 0.4;
        }
        weight += OWN_EXCESS * excess.share(hop);
        return new Suspect(hop, hop, hop.kind(), Math.min(weight, 0.96), evidence);
    }

    /**
     * What all that fails hangs on, and says nothing itself: before those it explains where they
     * are several, else after them.
     */
    private List<Suspect> silent(List<Suspect> failing) {
        Set<Ref> roots =
                unhealthy.stream()
                        .filter(hop -> sickDependencies(hop).isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
        Silent silent = new Silent(catalog, unhealthy, well);
        double most = failing.stream().mapToDouble(Suspect::score).max().orElse(0);
        return silent.below(roots).stream()
                .map(hop -> {
                    boolean cause =
                            roots.size() > 1 && silent.mayBe(hop) && silent.explains(hop, roots);
                    double score =
                            cause ? Math.min(0.97, most + 0.01) : SAYS_NOTHING * silent.share(hop);
                    return new Suspect(hop, hop, hop.kind(), score, List.of(silent.sentence(hop)));
                })
                .toList();
    }

    private static double weight(String kind) {
        return switch (kind) {
            case "process-gone" -> 0.9;
            case "no-answer" -> 0.88;
            case "column-lost" -> 0.8;
            case "errors", "run-failed" -> 0.7;
            case "slow", "budget-burn" -> 0.65;
            case Finding.UNUSUAL -> 0.4;
            default -> 0.6;
        };
    }

    /** An outcome or tickets alone: the subject itself leads, the hops of its flows follow. */
    private List<Suspect> offPath(Ref subject) {
        List<String> sentences =
                findings.stream()
                        .filter(f -> f.subject().equals(subject))
                        .map(Finding::sentence)
                        .toList();
        List<Suspect> suspects = new ArrayList<>();
        suspects.add(new Suspect(subject, subject, subject.kind(), 0.5, sentences));
        catalog.flows().values().stream()
                .filter(flow -> flow.ref().equals(subject) || flow.product().equals(subject))
                .flatMap(flow -> flow.path().stream())
                .distinct()
                .forEach(hop ->
                        suspects.add(
                                new Suspect(
                                        hop,
                                        hop,
                                        hop.kind(),
                                        0.2,
                                        List.of(
                                                "on the path of "
                                                        + subject
                                                        + "; shows no finding itself"))));
        return suspects;
    }

    private Optional<Suspect> change(Change change) {
        boolean inTime =
                !change.startedAt().isBefore(began.minus(BEFORE))
                        && change.startedAt().isBefore(began.plus(Change.AFTERMATH));
        if (!inTime) {
            return Optional.empty();
        }
        String when =
                "%s of %s (%s) began %d s before the first symptom"
                        .formatted(
                                change.kind(),
                                change.subject(),
                                change.summary(),
                                Math.max(
                                        0,
                                        Duration.between(change.startedAt(), began).toSeconds()));
        Optional<Product.Feed> touched = touchedFeed(change);
        if (touched.isPresent()) {
            Product.Feed feed = touched.get();
            return Optional.of(
                    suspect(
                            change,
                            0.97,
                            List.of(
                                    when,
                                    "path: "
                                            + feed.from()
                                            + " writes "
                                            + feed.dataset()
                                            + ", which "
                                            + feed.to()
                                            + " reads",
                                    "touched: " + datasetSentence(feed))));
        }
        if (unhealthy.contains(change.subject())) {
            return Optional.of(changedHop(change, when));
        }
        boolean onPath =
                unhealthy.stream()
                        .anyMatch(hop -> catalog.graph().dependsOn(hop, change.subject()));
        return onPath
                ? Optional.of(
                        suspect(
                                change,
                                0.3,
                                List.of(
                                        when,
                                        "on the path, but the changed hop itself is healthy")))
                : Optional.empty();
    }

    /** A changed hop that suffers from what it depends on is no more suspect than any such hop. */
    private Suspect changedHop(Change change, String when) {
        Set<Ref> sick = sickDependencies(change.subject());
        if (!sick.isEmpty()) {
            String suffers = "the changed hop depends on %s, unhealthy too".formatted(names(sick));
            return suspect(change, 0.3, List.of(when, suffers));
        }
        boolean lifeless =
                findings.stream()
                        .anyMatch(f -> f.lifeless() && f.subject().equals(change.subject()));
        return suspect(
                change,
                lifeless ? 0.6 : 0.75,
                List.of(when, "the changed hop itself is unhealthy"));
    }

    private Set<Ref> sickDependencies(Ref hop) {
        Set<Ref> sick = new TreeSet<>(catalog.graph().dependencies(hop));
        sick.retainAll(unhealthy);
        return sick;
    }

    private static Suspect suspect(Change change, double score, List<String> evidence) {
        return new Suspect(change.ref(), change.subject(), "change", score, evidence);
    }

    /**
     * The feed from the changed hop to a hop whose finding speaks of the very data set that the
     * feed carries.
     */
    private Optional<Product.Feed> touchedFeed(Change change) {
        return findings.stream()
                .filter(f -> f.kind().equals("column-lost"))
                .flatMap(f ->
                        catalog.graph().feedsInto(f.subject()).stream()
                                .filter(feed -> feed.dataset().equals(f.object())))
                .filter(feed -> feed.from().equals(change.subject()))
                .findFirst();
    }

    private String datasetSentence(Product.Feed feed) {
        return findings.stream()
                .filter(f -> f.kind().equals("column-lost"))
                .filter(f -> f.subject().equals(feed.to()) && f.object().equals(feed.dataset()))
                .map(Finding::sentence)
                .findFirst()
                .orElse(feed.dataset());
    }

    private String seen(Ref hop, Set<Ref> sick) {
        Set<Ref> seen = new TreeSet<>(sick);
        seen.removeIf(other -> !catalog.graph().onlySeen(hop, other));
        return seen.isEmpty()
                ? ""
                : "; that it calls %s is seen in traces and not in the catalog"
                        .formatted(names(seen));
    }

    private List<String> ruledOut(Suspect first) {
        boolean changed = changes.stream().anyMatch(change -> change(change).isPresent());
        return new RuledOut(catalog, findings, unhealthy, well).lines(first.at(), changed);
    }

    private static String names(Set<Ref> refs) {
        return String.join(", ", refs.stream().map(Ref::toString).toList());
    }
}
