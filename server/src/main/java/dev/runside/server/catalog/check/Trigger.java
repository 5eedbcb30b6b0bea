package dev.runside.server.catalog.check;

import dev.runside.core.Ref;
import dev.runside.core.run.Conditions;
import dev.runside.server.catalog.definition.Definition;
import dev.runside.server.catalog.definition.Faults;
import dev.runside.server.catalog.definition.Spelling;
import java.util.List;
import java.util.Map;

/**
 * A runbook's {@code when}: it must compile, be bound to a suspect, and name only what is there.
 */
final class Trigger {

    private static final String FIELD = "spec.when";
    private static final String BOUND = "write incident.suspect == \"hop:product/name\" && …";
    private static final List<String> LAYERS = List.of("product", "machinery", "outcome");

    private final Whole whole;
    private final Definition definition;
    private final String when;
    private final Faults faults;
    private final Conditions conditions = new Conditions();

    Trigger(Whole whole, Definition definition, String when, Faults faults) {
        this.whole = whole;
        this.definition = definition;
        this.when = when;
        this.faults = faults;
    }

    void check() {
        List<String> said = conditions.faultsOfTrigger(when);
        if (!said.isEmpty()) {
            said.forEach(fault ->
                    fault(
                            "does not compile: " + fault,
                            "write CEL over incident (suspect, tier, products, safety)"
                                    + " and finding (kind, subject, layer, indicator, object)"));
            return;
        }
        Expression expression = Expression.parse(when);
        if (!expression.selects("incident", "suspect")) {
            fault("names no suspect: a symptom alone does not say what to heal", BOUND);
        } else if (holdsForAnySuspect(expression)) {
            fault("can hold whatever the suspect is", BOUND);
        }
        expression.references().filter(ref -> !whole.knows(ref)).forEach(this::unknown);
    }

    /** Tried with a suspect that nobody could name, against whatever else the condition names. */
    private boolean holdsForAnySuspect(Expression expression) {
        List<String> words = expression.words();
        return words.stream()
                .anyMatch(kind ->
                        words.stream()
                                .anyMatch(indicator ->
                                        LAYERS.stream()
                                                .anyMatch(layer -> holds(kind, indicator, layer))));
    }

    private boolean holds(String kind, String indicator, String layer) {
        return conditions.triggers(
                when,
                Map.of(
                        "suspect",
                        "hop:nowhere/nothing",
                        "tier",
                        "routine",
                        "products",
                        List.of("product:nowhere"),
                        "safety",
                        false),
                Map.of(
                        "kind", kind,
                        "subject", kind,
                        "layer", layer,
                        "indicator", indicator,
                        "object", indicator));
    }

    private void unknown(Ref ref) {
        fault(
                "names " + ref + ", which is not defined",
                Spelling.insteadOf(ref.toString(), whole.like(ref), "define it"));
    }

    private void fault(String detail, String fix) {
        faults.add(definition.document().fault(FIELD, detail, fix));
    }
}
