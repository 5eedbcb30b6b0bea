package dev.runside.server.catalog.check;

import dev.runside.core.catalog.Runbook;
import dev.runside.core.catalog.Runbook.Step;
import dev.runside.core.run.Conditions;
import dev.runside.server.catalog.definition.Definition;
import dev.runside.server.catalog.definition.Faults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a runbook's steps ask of each other, and of the clock. */
final class Steps {

    private final Definition definition;
    private final Runbook runbook;
    private final Faults faults;
    private final Faults warnings;
    private final Conditions conditions = new Conditions();
    private final List<String> earlier = new ArrayList<>();

    Steps(Definition definition, Runbook runbook, Faults faults, Faults warnings) {
        this.definition = definition;
        this.runbook = runbook;
        this.faults = faults;
        this.warnings = warnings;
    }

    void check() {
        if (runbook.remedy().isEmpty()) {
            fault("spec.remedy", "heals nothing", "add a step");
        } else if (runbook.diagnose().isEmpty()) {
            fault(
                    "spec.diagnose",
                    "looks at nothing before it acts",
                    "add a step such as {id: alive, run: {service: status, name: relay}, timeout: 3s}");
        } else if (runbook.remedy().stream().allMatch(step -> step.condition().isEmpty())) {
            warn(
                    "spec.remedy",
                    "acts whatever the diagnosis says",
                    "add if: to a step, over what diagnose found");
        }
        conditions("diagnose", runbook.diagnose());
        conditions("remedy", runbook.remedy());
        conditions("undo", runbook.undo());
        times();
    }

    private void conditions(String phase, List<Step> steps) {
        for (int at = 0; at < steps.size(); at++) {
            Step step = steps.get(at);
            String field = "spec." + phase + "[" + at + "].if";
            step.condition()
                    .ifPresent(condition ->
                            conditions
                                    .faultsOfStep(condition, earlier)
                                    .forEach(said -> notACondition(field, said)));
            earlier.add(step.id());
        }
    }

    private void notACondition(String field, String said) {
        String known =
                earlier.isEmpty() ? "there is no step before it" : String.join(", ", earlier);
        fault(
                field,
                "does not compile: " + said,
                "write CEL over the steps before it (" + known + ")");
    }

    private void times() {
        Runbook.Verify verify = runbook.verify();
        Duration healing = sum(runbook.remedy()).plus(verify.after()).plus(verify.within());
        Duration all = healing.plus(sum(runbook.diagnose()));
        if (healing.compareTo(runbook.pageBy()) > 0) {
            fault(
                    "spec.pageBy",
                    "remedy and verification may take "
                            + seconds(healing)
                            + ", pageBy is "
                            + seconds(runbook.pageBy()),
                    "shorten the timeouts or verify.within, or write a later pageBy");
        } else if (all.compareTo(runbook.pageBy()) > 0) {
            warn(
                    "spec.pageBy",
                    "with its diagnosis the run may take "
                            + seconds(all)
                            + ", pageBy is "
                            + seconds(runbook.pageBy()),
                    "shorten the timeouts of diagnose");
        }
    }

    private static Duration sum(List<Step> steps) {
        return steps.stream().map(Step::timeout).reduce(Duration.ZERO, Duration::plus);
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " s";
    }

    private void fault(String field, String detail, String fix) {
        faults.add(definition.document().fault(field, detail, fix));
    }

    private void warn(String field, String detail, String fix) {
        warnings.add(definition.document().fault(field, detail, fix));
    }
}
