package dev.runside.server.catalog;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Product;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.catalog.SharedSystem;
import dev.runside.core.charter.Desk;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.catalog.definition.Definition;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may apply a definition: an admin, an architect, or for what belongs to a product or system
 * whoever has the right {@code apply} on it. People, agents, charters and data sources belong to no
 * product.
 */
final class ApplyRight {

    static final String ACT = "apply";

    private final Catalog catalog;
    private final PersonCaller caller;

    ApplyRight(Catalog catalog, PersonCaller caller) {
        this.catalog = catalog;
        this.caller = caller;
    }

    /** Allowed by a rule, or refused with who could. */
    sealed interface Answer {

        record Allowed(String rule) implements Answer {}

        record Refused(String reason, String whoCould) implements Answer {}
    }

    Answer ask(Definition definition) {
        if (caller.admin()) {
            return new Answer.Allowed("admin");
        }
        Person person = catalog.persons().get(caller.person());
        if (person != null && person.roles().contains(Person.Role.ARCHITECT)) {
            return new Answer.Allowed("role architect");
        }
        return target(definition)
                .map(target -> byCharter(definition, target))
                .orElseGet(() -> refused(definition, Set.of()));
    }

    private Answer byCharter(Definition definition, Ref target) {
        return switch (new Desk(catalog).ask(ACT, caller.person(), target)) {
            case Desk.Answer.Allowed allowed -> new Answer.Allowed(allowed.rule());
            case Desk.Answer.NeedsApproval needs ->
                    new Answer.Refused(
                            definition.ref() + " " + needs.sentence(), "ask " + needs.of());
            case Desk.Answer.Refused refused -> refused(definition, refused.who());
        };
    }

    private Answer refused(Definition definition, Set<Ref> holders) {
        Set<String> who = new TreeSet<>();
        holders.forEach(holder -> who.add(holder.toString()));
        catalog.inRole(Person.Role.ARCHITECT).ifPresent(person -> who.add(person.toString()));
        who.add("an admin");
        return new Answer.Refused(
                caller.person() + " has no right to apply " + definition.ref(),
                "ask " + String.join(" or ", who));
    }

    /** The product or system it belongs to. */
    private Optional<Ref> target(Definition definition) {
        return switch (definition.content()) {
            case Product product -> Optional.of(product.ref());
            case SharedSystem system -> Optional.of(system.ref());
            case Flow flow -> Optional.of(flow.product());
            case Runbook runbook -> Optional.of(runbook.product());
            case Indicator indicator ->
                    indicator.subject().is("system")
                            ? Optional.of(indicator.subject())
                            : catalog.productOf(indicator.subject());
            default -> Optional.empty();
        };
    }
}
