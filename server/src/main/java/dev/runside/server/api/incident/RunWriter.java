package dev.runside.server.api.incident;

import static dev.runside.server.api.incident.IncidentWriter.word;

import dev.runside.core.catalog.Action;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.run.Deed;
import dev.runside.core.run.Run;
import dev.runside.core.run.StepResult;
import dev.runside.server.api.incident.IncidentDocument.DeedDocument;
import dev.runside.server.api.incident.IncidentDocument.RunDocument;
import dev.runside.server.api.incident.IncidentDocument.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * From a run to what is sent of it: the steps that were taken, then the one under way. And from
 * what a person had done.
 */
final class RunWriter {

    private RunWriter() {}

    static RunDocument document(Run run) {
        return new RunDocument(
                run.id(),
                run.runbook().name(),
                run.target().toString(),
                run.agent().toString(),
                word(run.phase()),
                run.times().startedAt(),
                run.times().remedyStartedAt().orElse(null),
                run.times().remedyEndedAt().orElse(null),
                run.times().endedAt().orElse(null),
                run.why(),
                steps(run));
    }

    static DeedDocument document(Deed deed) {
        return new DeedDocument(
                deed.id(),
                deed.by().toString(),
                deed.agent().toString(),
                words(deed.action()),
                deed.result().map(result -> word(result.outcome())).orElse(null),
                deed.result().map(StepResult::reason).orElse(null),
                deed.result().map(StepResult::output).orElse(Map.of()),
                deed.sent().orElse(null),
                deed.result().map(StepResult::reportedAt).orElse(null));
    }

    private static List<Step> steps(Run run) {
        Stream<Step> taken = run.results().stream().map(result -> taken(run, result));
        Stream<Step> underWay = run.step().stream().map(step -> underWay(run, step, run.stepKey()));
        return Stream.concat(taken, underWay).toList();
    }

    private static Step taken(Run run, StepResult result) {
        String phase = phaseOf(result.key());
        return new Step(
                result.key(),
                phase,
                result.step(),
                actionOf(run.runbook(), phase, result.step()),
                word(result.outcome()),
                result.reason(),
                result.output(),
                null,
                result.reportedAt());
    }

    private static Step underWay(Run run, Runbook.Step step, String key) {
        return new Step(
                key,
                word(run.phase()),
                step.id(),
                words(step.action()),
                null,
                null,
                Map.of(),
                run.place().sent().orElse(null),
                null);
    }

    /** A key is {@code run/phase/step/attempt}. */
    private static String phaseOf(String key) {
        String[] parts = key.split("/", -1);
        return parts.length == 4 ? parts[1] : "";
    }

    private static String actionOf(Runbook runbook, String phase, String id) {
        List<Runbook.Step> steps =
                switch (phase) {
                    case "diagnose" -> runbook.diagnose();
                    case "remedy" -> runbook.remedy();
                    case "undo" -> runbook.undo();
                    default -> List.of();
                };
        return steps.stream()
                .filter(step -> step.id().equals(id))
                .map(step -> words(step.action()))
                .findFirst()
                .orElse("");
    }

    private static String words(Action action) {
        return switch (action) {
            case Action.Service service -> "service " + word(service.verb()) + " " + service.name();
            case Action.Command command -> "command " + String.join(" ", command.argv());
            case Action.Wait wait -> "wait " + wait.time().toMillis() + " ms";
        };
    }
}
