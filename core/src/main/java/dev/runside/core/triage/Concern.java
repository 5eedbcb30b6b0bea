package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Ownership;
import dev.runside.core.catalog.Ownership.Answer;
import dev.runside.core.catalog.Person.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom an incident concerns. The table, of which routine is decided where runbooks are known:
 *
 * <pre>
 *   systemic   the suspect is a shared system           its owner is paged, then the architect; owners of dependents informed
 *   systemic   cause and symptom in different products  the architect is paged; the products' owners informed
 *   novel      cause and symptom in one product         the owner of that product (or of the hop, where it has its own)
 *   nobody     owns it                                  the platform owner is paged, and the gap is said
 * </pre>
 */
final class Concern {

    private final Catalog catalog;
    private final Ownership ownership;
    private final List<Finding> findings;
    private final Diagnosis diagnosis;

    Concern(Catalog catalog, List<Finding> findings, Diagnosis diagnosis) {
        this.catalog = catalog;
        this.ownership = new Ownership(catalog);
        this.findings = findings;
        this.diagnosis = diagnosis;
    }

    Judgement judge() {
        Ref suspect = diagnosis.suspects().getFirst().at();
        Set<Ref> hit = catalog.productsOf(findings.stream().map(Finding::subject));
        Set<Ref> radius = new TreeSet<>(hit);
        radius.addAll(catalog.productsOf(catalog.graph().dependents(suspect).stream()));
        Optional<Ref> own = catalog.productOf(suspect);
        own.ifPresent(radius::add);
        if (suspect.is("system")) {
            return system(suspect, hit, radius);
        }
        Optional<Ref> across =
                own.flatMap(product ->
                        hit.stream().filter(other -> !other.equals(product)).findFirst());
        return across.isPresent()
                ? seam(suspect, hit, radius, across.get())
                : within(suspect, hit, radius);
    }

    private Judgement system(Ref suspect, Set<Ref> hit, Set<Ref> radius) {
        String why =
                suspect
                        + " is shared"
                        + (catalog.substrate(suspect) ? " substrate" : "")
                        + "; "
                        + (radius.isEmpty() ? "no product" : names(radius))
                        + " can fail with it";
        return judgement(
                Tier.SYSTEMIC,
                why,
                ownership.of(suspect),
                Optional.empty(),
                owners(radius),
                hit,
                radius,
                Optional.empty());
    }

    private Judgement seam(Ref suspect, Set<Ref> hit, Set<Ref> radius, Ref other) {
        Ref symptom =
                findings.stream()
                        .map(Finding::subject)
                        .filter(Ref::onPath)
                        .filter(subject ->
                                catalog.productOf(subject).filter(other::equals).isPresent())
                        .findFirst()
                        .orElse(other);
        Ref seam = Ref.seam(suspect, symptom);
        String why =
                "cause in " + catalog.productOf(suspect).orElseThrow() + ", symptom in " + other;
        return judgement(
                Tier.SYSTEMIC,
                why,
                ownership.of(seam),
                catalog.inRole(Role.ARCHITECT),
                owners(radius),
                hit,
                radius,
                Optional.of(seam));
    }

    private Judgement within(Ref suspect, Set<Ref> hit, Set<Ref> radius) {
        String why =
                "cause and symptom lie in "
                        + catalog.productOf(suspect).map(Ref::toString).orElse(suspect.toString())
                        + ", and no runbook takes it";
        return judgement(
                Tier.NOVEL,
                why,
                ownership.of(suspect),
                Optional.empty(),
                Set.of(),
                hit,
                radius,
                Optional.empty());
    }

    private Judgement judgement(
            Tier tier,
            String why,
            Answer owner,
            Optional<Ref> pagedInstead,
            Set<Ref> others,
            Set<Ref> hit,
            Set<Ref> radius,
            Optional<Ref> seam) {
        Set<Ref> paged = new TreeSet<>();
        pagedInstead
                .or(owner::name)
                .or(() -> catalog.inRole(Role.PLATFORM_OWNER))
                .ifPresent(paged::add);
        Set<Ref> informed = new TreeSet<>(others);
        owner.name().ifPresent(informed::add);
        informed.removeAll(paged);
        Optional<String> gap =
                owner instanceof Answer.Gap nobody
                        ? Optional.of("nobody owns this: " + nobody.reason())
                        : Optional.empty();
        return new Judgement(
                title(),
                tier,
                false,
                why,
                owner.name(),
                gap,
                paged,
                informed,
                hit,
                radius,
                facets(),
                seam,
                diagnosis.suspects(),
                diagnosis.ruledOut());
    }

    private Set<Ref> owners(Set<Ref> products) {
        Set<Ref> owners = new TreeSet<>();
        products.forEach(product -> ownership.of(product).name().ifPresent(owners::add));
        return owners;
    }

    private Set<String> facets() {
        Set<String> facets = new TreeSet<>();
        findings.forEach(finding -> facets.add(finding.function().facet()));
        if (diagnosis.suspects().getFirst().kind().equals("change")) {
            facets.add("dev");
        }
        return facets;
    }

    private String title() {
        Suspect first = diagnosis.suspects().getFirst();
        Finding told =
                findings.stream()
                        .filter(finding -> finding.subject().equals(first.at()))
                        .findFirst()
                        .orElse(findings.getFirst());
        String symptom = local(told.subject()) + ": " + phrase(told);
        return first.kind().equals("change")
                ? symptom + " after a change of " + local(first.at())
                : symptom;
    }

    private static String phrase(Finding finding) {
        return switch (finding.kind()) {
            case "alert" -> finding.sentence();
            case "process-gone" -> "its process is gone";
            case "no-answer" -> "does not answer";
            case "errors" -> "fails";
            case "slow" -> "slow";
            case "budget-burn" -> "burns its error budget";
            case Finding.TICKET -> "uses up its error budget";
            case Finding.UNUSUAL, Finding.ANOMALY -> "unlike its past";
            case "outcome-stalled" -> "outcome stalled";
            case "ticket-surge" -> "customers complain";
            case "run-failed" -> "its runs fail";
            case "column-lost" -> "lost a column it reads";
            case "agent-silent", "source-silent" -> "silent";
            case "job-failed" -> "its job fails";
            case "job-late" -> "its job is late";
            case "job-short" -> "its job ends too soon";
            case "job-long" -> "its job takes too long";
            case "no-data" -> "sends no data";
            case "clock-ahead" -> "its clock runs ahead";
            case "clock-behind" -> "its clock runs behind";
            case "too-many-series" -> "sends too many series";
            case "poll-fails" -> "is asked in vain";
            case "query-fails" -> "has no answer to a query";
            case "alerts-stale" -> "no longer repeats its alerts";
            default -> finding.kind();
        };
    }

    private static String local(Ref ref) {
        return ref.name().substring(ref.name().lastIndexOf('/') + 1);
    }

    private static String names(Set<Ref> refs) {
        return String.join(", ", refs.stream().map(Ref::toString).toList());
    }
}
