package dev.runside.server.catalog.check;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Indicator;
import dev.runside.server.catalog.definition.Definition;
import dev.runside.server.catalog.definition.Faults;
import dev.runside.server.catalog.definition.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A product has at most one leadership metric. */
final class LeadershipMetrics {

    private final Whole whole;
    private final Faults faults;
    private final Map<Ref, Definition> first = new HashMap<>();

    LeadershipMetrics(Whole whole, Faults faults) {
        this.whole = whole;
        this.faults = faults;
    }

    void check() {
        whole.of(Kind.INDICATOR)
                .filter(definition ->
                        definition.content() instanceof Indicator indicator
                                && indicator.leadership())
                .forEach(this::check);
    }

    private void check(Definition definition) {
        Ref subject = ((Indicator) definition.content()).subject();
        Optional<Ref> product = whole.catalog().productOf(subject);
        if (product.isEmpty()) {
            fault(definition, subject + " belongs to no product", "leave leadership out");
            return;
        }
        Definition other = first.putIfAbsent(product.get(), definition);
        if (other != null) {
            fault(
                    definition,
                    product.get() + " has a leadership metric already: " + other.ref(),
                    "leave leadership out of one of them");
        }
    }

    private void fault(Definition definition, String detail, String fix) {
        faults.add(definition.document().fault("spec.leadership", detail, fix));
    }
}
