package dev.runside.core.estate;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Product;
import dev.runside.core.charter.Desk;
import dev.runside.core.triage.Incident;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who may say that an incident is over: the owner, the deputy, whoever was paged, or a charter. */
public final class ResolveRight {

    private static final String ACT = "resolve";

    private final Catalog catalog;
    private final Incident incident;
    private final Set<Ref> told;

    /**
     * @param told everybody a page of the incident went to
     */
    public ResolveRight(Catalog catalog, Incident incident, Set<Ref> told) {
        this.catalog = catalog;
        this.incident = incident;
        this.told = Set.copyOf(told);
    }

    /** The rule by which this person may; absent when none does. */
    public Optional<String> rule(Ref person) {
        if (owner().filter(person::equals).isPresent()) {
            return Optional.of("owner of the incident");
        }
        if (told.contains(person) || incident.judgement().paged().contains(person)) {
            return Optional.of("paged for the incident");
        }
        if (deputy().filter(person::equals).isPresent()) {
            return Optional.of("deputy of the product's owner");
        }
        return asked(person) instanceof Desk.Answer.Allowed allowed
                ? Optional.of(allowed.rule())
                : Optional.empty();
    }

    /** What the charter desk answers this person. */
    public Desk.Answer asked(Ref person) {
        return new Desk(catalog).ask(ACT, person, incident.judgement().suspect());
    }

    /** Those who may, the nearest first. */
    public Set<Ref> who() {
        Stream<Ref> named =
                Stream.of(
                                owner().stream(),
                                incident.judgement().paged().stream(),
                                told.stream().sorted(),
                                deputy().stream(),
                                holders())
                        .flatMap(people -> people);
        return named.collect(LinkedHashSet::new, LinkedHashSet::add, LinkedHashSet::addAll);
    }

    private Stream<Ref> holders() {
        return catalog.charters().stream()
                .map(charter -> charter.holder())
                .filter(holder -> asked(holder) instanceof Desk.Answer.Allowed);
    }

    private Optional<Ref> owner() {
        return incident.judgement().owner();
    }

    private Optional<Ref> deputy() {
        return catalog.productOf(incident.judgement().suspect())
                .map(catalog.products()::get)
                .flatMap(Product::deputy);
    }
}
