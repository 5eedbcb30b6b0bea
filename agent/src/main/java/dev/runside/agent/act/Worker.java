package dev.runside.agent.act;

import static java.lang.System.Logger.Level.ERROR;

import dev.runside.agent.journal.Journal;
import dev.runside.agent.step.Outcome;
import dev.runside.agent.step.Report;
import dev.runside.agent.step.Step;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Does one step when its turn comes: journal, act, journal. */
final class Worker {

    private static final System.Logger LOG = System.getLogger("runside.agent");

    private final Rules rules;
    private final Journal journal;
    private final Lanes lanes;
    private final Hands hands;
    private final Redaction redaction;

    Worker(Rules rules, Journal journal, Lanes lanes, Hands hands, Redaction redaction) {
        this.rules = rules;
        this.journal = journal;
        this.lanes = lanes;
        this.hands = hands;
        this.redaction = redaction;
    }

    /** The report, or none when the step was let go to be offered again. */
    List<Report> work(Work work, boolean again) {
        Step step = work.step();
        try {
            lanes.enter(step.action());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
        try {
            return inTurn(work, again);
        } finally {
            lanes.leave(step.action());
        }
    }

    /** Its turn may have come late: what allowed it then may not hold now. */
    private List<Report> inTurn(Work work, boolean again) {
        Step step = work.step();
        Instant now = Instant.now();
        if (rules.judge(step) instanceof Ruling.Refused(String reason)) {
            return List.of(Report.without(step, Outcome.REFUSED, reason, now));
        }
        if (!rules.leaseHolds(step)) {
            return List.of();
        }
        try {
            journal.started(step, now);
        } catch (IOException e) {
            LOG.log(ERROR, "The journal cannot be written, so nothing is done", e);
            String reason = "the agent's journal cannot be written: " + e.getMessage();
            return List.of(Report.without(step, Outcome.REFUSED, reason, now));
        }
        return List.of(journalled(act(work, again, now)));
    }

    private Report act(Work work, boolean again, Instant startedAt) {
        long begun = System.nanoTime();
        Result result = carryOut(work, again);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return new Report(
                work.step().key(),
                work.epoch(),
                result.done() ? Outcome.DONE : Outcome.FAILED,
                redaction.clean(result.reason()),
                clean(result.output()),
                startedAt,
                startedAt.plus(took),
                took);
    }

    private Result carryOut(Work work, boolean again) {
        work.beginActing();
        try {
            return hands.carryOut(work.step(), again);
        } catch (InterruptedException brokenOff) {
            return Result.failed("it was broken off: acting was put on hold", Map.of());
        } catch (IOException e) {
            return Result.failed(String.valueOf(e.getMessage()), Map.of());
        } catch (RuntimeException e) {
            LOG.log(ERROR, "A fault of the agent in " + work.step().action().words(), e);
            return Result.failed("a fault of the agent: " + e, Map.of());
        } finally {
            work.endActing();
        }
    }

    private Report journalled(Report report) {
        try {
            journal.ended(report);
        } catch (IOException e) {
            LOG.log(ERROR, "The outcome of " + report.key() + " could not be written down", e);
        }
        return report;
    }

    private Map<String, String> clean(Map<String, String> output) {
        return output.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, entry -> redaction.clean(entry.getValue())));
    }
}
