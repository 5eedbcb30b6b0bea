package dev.runside.server.learn;

import dev.runside.core.catalog.Runbook.Stage;
import dev.runside.core.estate.Input;
import dev.runside.core.learn.Backtest;
import dev.runside.core.learn.Proposal;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.catalog.Applying;
import dev.runside.server.engine.Acts;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What becomes of a drafted runbook: a definition in force, or nothing. */
@Component
public class Promotion {

    private final Acts acts;
    private final Applying applying;
    private final Trial trial;

    Promotion(Acts acts, Applying applying, Trial trial) {
        this.acts = acts;
        this.applying = applying;
        this.trial = trial;
    }

    /**
     * Three incidents that ended alike and a clean trial are evidence enough for a runbook of one
     * product to act alone; whether it does is its owner's decision.
     */
    public void promote(PersonCaller caller, Proposal proposal, Stage stage) {
        refuseDecided(proposal);
        if (!proposal.missing().isEmpty()) {
            throw Problem.of(
                            ErrorCode.CONFLICT,
                            "It lacks something: " + String.join("; ", proposal.missing()) + ".")
                    .withFix("Write its definition to a file, add what it lacks, and apply that.");
        }
        if (stage == Stage.ACT) {
            refuseUnclean(trial.of(proposal));
        }
        applying.apply(
                caller, proposal.name() + ".yaml", RunbookYaml.text(proposal.runbook(), stage));
        acts.perform(
                new Input.Decided(
                        proposal.name(),
                        caller.person(),
                        Proposal.State.PROMOTED,
                        "to " + stage.name().toLowerCase(Locale.ROOT)));
    }

    public void dismiss(PersonCaller caller, Proposal proposal, String reason) {
        if (!caller.admin() && !caller.person().equals(proposal.owner())) {
            throw Problem.of(
                            ErrorCode.NOT_ALLOWED,
                            caller.person() + " does not own " + proposal.runbook().product() + ".")
                    .withFix("Ask " + proposal.owner() + ".");
        }
        acts.perform(
                new Input.Decided(
                        proposal.name(), caller.person(), Proposal.State.DISMISSED, reason));
    }

    private static void refuseDecided(Proposal proposal) {
        if (!proposal.open()) {
            throw Problem.of(
                            ErrorCode.CONFLICT,
                            "It is %s already."
                                    .formatted(proposal.state().name().toLowerCase(Locale.ROOT)))
                    .withFix("Nothing is left to decide.");
        }
    }

    private static void refuseUnclean(Backtest tried) {
        if (!tried.clean()) {
            throw Problem.of(
                            ErrorCode.CONFLICT,
                            "It would have acted where it should not: %s."
                                    .formatted(
                                            tried.runs().stream()
                                                    .filter(hit ->
                                                            hit.verdict() == Backtest.Verdict.WRONG)
                                                    .map(hit ->
                                                            "#%d (%s)"
                                                                    .formatted(
                                                                            hit.number(),
                                                                            hit.cause()))
                                                    .collect(Collectors.joining(", "))))
                    .withFix("Promote it to observe, or narrow its when.");
        }
    }
}
