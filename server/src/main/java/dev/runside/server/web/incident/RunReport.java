package dev.runside.server.web.incident;

import dev.runside.core.catalog.Runbook;
import dev.runside.core.run.Phase;
import dev.runside.core.run.Run;
import dev.runside.core.run.StepResult;
import dev.runside.server.web.incident.IncidentView.RunView;
import dev.runside.server.web.incident.IncidentView.StepView;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.RunWords;
import dev.runside.server.web.words.Span;
import dev.runside.server.web.words.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A run with each of its steps: done, under way, or ahead. */
final class RunReport {

    private final Run run;
    private final Names names;
    private final Instant now;

    RunReport(Run run, Names names, Instant now) {
        this.run = run;
        this.names = names;
        this.now = now;
    }

    RunView view() {
        Instant end = run.times().endedAt().orElse(now);
        return new RunView(
                run.runbook().name(),
                names.of(run.target()),
                names.label(run.agent()),
                RunWords.phase(run.phase()),
                tone(),
                run.phase().active(),
                run.why(),
                stamp(run.times().startedAt()),
                run.times().endedAt().map(this::stamp),
                Span.exact(Duration.between(run.times().startedAt(), end)),
                steps(),
                verify());
    }

    private String tone() {
        return run.phase().active() ? "busy" : RunWords.good(run.phase()) ? "good" : "bad";
    }

    private String verify() {
        Runbook.Verify verify = run.runbook().verify();
        return String.format(
                Locale.ROOT,
                "%s good for at least %d events, within %s",
                percent(verify.good()),
                verify.atLeast(),
                Span.rough(verify.within()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    private List<StepView> steps() {
        List<StepView> steps = new ArrayList<>();
        add(steps, Phase.DIAGNOSE, run.runbook().diagnose());
        add(steps, Phase.REMEDY, run.runbook().remedy());
        if (run.phase() == Phase.UNDO || results("undo").findAny().isPresent()) {
            add(steps, Phase.UNDO, run.runbook().undo());
        }
        return steps;
    }

    private void add(List<StepView> steps, Phase phase, List<Runbook.Step> declared) {
        String word = phase.name().toLowerCase(Locale.ROOT);
        declared.forEach(step -> steps.add(view(step, phase, word)));
    }

    private StepView view(Runbook.Step step, Phase phase, String word) {
        Optional<StepResult> result =
                results(word)
                        .filter(known -> known.step().equals(step.id()))
                        .reduce((_, last) -> last);
        boolean underWay = run.phase() == phase && run.step().filter(step::equals).isPresent();
        return new StepView(
                word,
                step.id(),
                step.action().sentence(),
                mark(result, underWay),
                state(result, underWay),
                result.map(RunReport::output).orElse(""));
    }

    private java.util.stream.Stream<StepResult> results(String phase) {
        return run.results().stream()
                .filter(result -> result.key().startsWith(run.id() + "/" + phase + "/"));
    }

    private static String mark(Optional<StepResult> result, boolean underWay) {
        if (underWay) {
            return "busy";
        }
        return result.map(known -> known.outcome() == StepResult.Outcome.DONE ? "done" : "wrong")
                .orElse("ahead");
    }

    private String state(Optional<StepResult> result, boolean underWay) {
        if (underWay) {
            return run.place().sent().isPresent() ? "with the agent" : "waits for the agent";
        }
        return result.map(known ->
                        known.reason().isEmpty()
                                ? RunWords.outcome(known.outcome())
                                : RunWords.outcome(known.outcome()) + ": " + known.reason())
                .orElse(run.phase().active() ? "ahead" : "not done");
    }

    private static String output(StepResult result) {
        return result.output().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private Stamp stamp(Instant at) {
        return new Stamp(at, now);
    }
}
