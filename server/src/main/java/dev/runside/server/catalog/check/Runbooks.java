package dev.runside.server.catalog.check;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Ownership;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.charter.Desk;
import dev.runside.server.catalog.definition.Definition;
import dev.runside.server.catalog.definition.Faults;
import dev.runside.server.catalog.definition.Kind;
import java.util.Optional;

/** A runbook must be able to do what it says, and must not act on a symptom alone. */
final class Runbooks {

    private final Whole whole;
    private final Faults faults;
    private final Faults warnings;

    Runbooks(Whole whole, Faults faults, Faults warnings) {
        this.whole = whole;
        this.faults = faults;
        this.warnings = warnings;
    }

    void check() {
        whole.of(Kind.RUNBOOK).forEach(this::check);
    }

    private void check(Definition definition) {
        Runbook runbook = (Runbook) definition.content();
        new Trigger(whole, definition, runbook.when(), faults).check();
        new Steps(definition, runbook, faults, warnings).check();
        verify(definition, runbook);
        if (runbook.stage() == Runbook.Stage.ACT) {
            mayAct(definition, runbook.product());
        }
    }

    private void verify(Definition definition, Runbook runbook) {
        Indicator indicator = whole.catalog().indicators().get(runbook.verify().indicator());
        if (indicator != null && indicator.measure() instanceof Measure.Tickets) {
            faults.add(
                    definition
                            .document()
                            .fault(
                                    "spec.verify.indicator",
                                    indicator.name() + " counts tickets, none of which is good",
                                    "name an indicator with a ratio or latency"));
        }
    }

    private void mayAct(Definition definition, Ref product) {
        Optional<Ref> owner = new Ownership(whole.catalog()).of(product).name();
        owner.map(person -> new Desk(whole.catalog()).ask("remediate", person, product))
                .filter(answer -> !(answer instanceof Desk.Answer.Allowed))
                .ifPresent(answer ->
                        warnings.add(
                                definition
                                        .document()
                                        .fault(
                                                "spec.stage",
                                                "will not act by itself: " + answer.sentence(),
                                                "give the owner a charter with"
                                                        + " {act: remediate, how: alone}")));
    }
}
