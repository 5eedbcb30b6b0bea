package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.page.Escalation;
import dev.runside.core.run.Run;
import dev.runside.core.run.StepResult;
import dev.runside.core.run.StepResult.Outcome;
import dev.runside.core.signal.Signal;
import dev.runside.core.state.Decision;
import dev.runside.core.state.Effect;
import dev.runside.core.state.Entry;
import dev.runside.core.state.EstateState;
import dev.runside.core.state.Line;
import dev.runside.core.state.Moment;
import dev.runside.core.triage.Alerts;
import dev.runside.core.triage.DataLink;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Drives an estate in virtual time: inputs in, decisions committed, what people and agents would
 * see kept.
 */
final class Scenario {

    static final Instant START = Instant.parse("2026-01-05T03:00:00Z");

    private final EstateState state = new EstateState();
    private final Estate estate = new Estate(Escalation.USUAL);
    private final Catalog catalog;
    private final List<Effect> effects = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private Instant now = START;
    private long inputs;

    Scenario(Catalog catalog) {
        this(catalog, true);
    }

    Scenario(Catalog catalog, boolean withAgent) {
        this.catalog = catalog;
        if (withAgent) {
            poll();
        }
    }

    private void poll() {
        give(new Input.AgentPolled(Company.AGENT, "1", Set.of("relay"), false));
    }

    Decision give(Input input) {
        Decision decision = estate.decide(state, catalog, input, moment());
        state.apply(decision.writes());
        effects.addAll(decision.effects());
        lines.addAll(decision.lines());
        return decision;
    }

    private Moment moment() {
        return new Moment(now, 1, new UUID(7, ++inputs * 1000));
    }

    /** Lets time pass, second by second, with the agent polling. */
    Scenario pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            now = now.plusSeconds(1);
            give(new Input.AgentPolled(Company.AGENT, "1", Set.of("relay"), false));
            give(new Input.Ticked());
        }
        return this;
    }

    Scenario passWithoutAgent(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            now = now.plusSeconds(1);
            give(new Input.Ticked());
        }
        return this;
    }

    Scenario signal(String kind, Ref subject, Map<String, String> attributes) {
        give(new Input.Observed(List.of(observed(kind, kind, subject, attributes))));
        return this;
    }

    /** A signal as it would be read from the log; not given yet. */
    Signal observed(String kind, String fingerprint, Ref subject, Map<String, String> attributes) {
        return new Signal(
                "sig" + ++inputs,
                Ref.parse("source:test"),
                now,
                now,
                kind,
                Optional.of(subject),
                Signal.Severity.CRITICAL,
                kind,
                attributes,
                fingerprint);
    }

    Scenario finding(String kind, Ref subject, Function function) {
        give(
                new Input.Raised(
                        new Finding(
                                Finding.key(kind, subject, "test"),
                                kind,
                                subject,
                                Layer.PRODUCT,
                                function,
                                Optional.empty(),
                                "",
                                now,
                                now,
                                now,
                                kind + " at " + subject,
                                List.of(),
                                Finding.State.OPEN,
                                Optional.empty(),
                                Optional.empty(),
                                Alerts.NONE,
                                0)));
        return this;
    }

    Scenario over(String kind, Ref subject) {
        give(new Input.Cleared(Finding.key(kind, subject, "test"), now, "fine again"));
        return this;
    }

    /** The agent takes the step under way and reports it. */
    Scenario agentDoes(Outcome outcome, Map<String, String> output) {
        Run run = run();
        String key = run.stepKey();
        give(new Input.StepSent(key));
        give(
                new Input.StepReported(
                        new StepResult(
                                key, run.step().orElseThrow().id(), outcome, "", output, now)));
        return this;
    }

    Scenario measured(double good, double total) {
        give(new Input.Measured(run().id(), good, total));
        return this;
    }

    Run run() {
        return state.draft(moment()).all(Run.class).reduce((_, last) -> last).orElseThrow();
    }

    List<Run> runs() {
        return all(Run.class);
    }

    List<Finding> findings() {
        return all(Finding.class);
    }

    <E extends Entry> List<E> all(Class<E> type) {
        return state.draft(moment()).all(type).toList();
    }

    Set<String> inputsOf(Ref hop) {
        Set<String> inputs = new TreeSet<>();
        state.draft(moment())
                .all(DataLink.class)
                .filter(link -> link.hop().equals(hop))
                .forEach(link -> inputs.addAll(link.inputs()));
        return inputs;
    }

    List<Incident> incidents() {
        return state.draft(moment())
                .all(Incident.class)
                .filter(i -> i.mergedInto().isEmpty())
                .toList();
    }

    Incident incident() {
        assertThat(incidents()).hasSize(1);
        return incidents().getFirst();
    }

    Set<Ref> told(Effect.Urgency urgency) {
        Set<Ref> people = new TreeSet<>();
        effects.stream()
                .filter(Effect.Notify.class::isInstance)
                .map(Effect.Notify.class::cast)
                .filter(notify -> notify.urgency() == urgency)
                .forEach(notify -> people.addAll(notify.people()));
        return people;
    }

    List<Effect> effects() {
        return List.copyOf(effects);
    }

    List<Effect.Notify> notifications() {
        return effects.stream()
                .filter(Effect.Notify.class::isInstance)
                .map(Effect.Notify.class::cast)
                .toList();
    }

    List<String> story(String kind) {
        return lines.stream().filter(line -> line.kind().equals(kind)).map(Line::text).toList();
    }

    /** A person was told, or a run is at work. */
    boolean taken(Incident incident) {
        boolean told =
                notifications().stream()
                        .anyMatch(notify -> notify.incident().equals(incident.id()));
        return told
                || runs().stream()
                        .anyMatch(run ->
                                run.incident().equals(incident.id()) && run.phase().active());
    }

    List<Line> story() {
        return List.copyOf(lines);
    }

    Instant now() {
        return now;
    }
}
