package dev.runside.agent.act;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.runside.agent.journal.Journal;
import dev.runside.agent.journal.Memory;
import dev.runside.agent.step.Outcome;
import dev.runside.agent.step.Report;
import dev.runside.agent.step.Step;
import dev.runside.agent.time.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Takes steps that are offered and sees to it that each is done once: what the journal knows is
 * reported again, not done again.
 */
public final class Desk {

    private static final System.Logger LOG = System.getLogger("runside.agent");
    private static final int TAKEN_AT_MOST = 64;

    private final Rules rules;
    private final Journal journal;
    private final Reports reports;
    private final Worker worker;
    private final Map<String, Work> underWay = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Desk(Rules rules, Journal journal, Reports reports, Worker worker) {
        this.rules = rules;
        this.journal = journal;
        this.reports = reports;
        this.worker = worker;
    }

    /** Called by one thread. */
    public Offer offer(Step step) throws IOException {
        if (step.epoch() < journal.seen(step.epoch())) {
            return refuse(step, "a server of a later epoch has spoken: " + journal.epoch());
        }
        Work known = underWay.get(step.key());
        if (known != null) {
            known.offeredIn(step.epoch());
            return Offer.UNDER_WAY;
        }
        return switch (journal.find(step.key())) {
            case Memory.Ended(Report report) -> answer(report.offeredIn(step.epoch()));
            case Memory.Started _ -> resume(step);
            case Memory.NeverSeen _ -> consider(step, false);
        };
    }

    /** The keys of steps that need no offering: taken, and not yet reported. */
    public List<String> atWork() {
        Stream<String> unreported = journal.unreported().stream().map(Report::key);
        return Stream.concat(underWay.keySet().stream(), unreported).distinct().toList();
    }

    /** Breaks off every action that is being done. */
    public void breakOff() {
        underWay.values().forEach(Work::breakOff);
    }

    /**
     * Takes no more, and waits for what is being done, no longer than the patience.
     *
     * @return false when something is still being done
     */
    public boolean close(Duration patience) {
        closed = true;
        Deadline deadline = Deadline.in(patience);
        while (!underWay.isEmpty() && !deadline.over()) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return underWay.isEmpty();
    }

    /** Takes steps again. */
    public void reopen() {
        closed = false;
    }

    /** Begun by an agent that died before it could say how it ended. */
    private Offer resume(Step step) throws IOException {
        if (step.idempotent()) {
            return consider(step, true);
        }
        return journal.endUnknown(step.key(), Instant.now()) instanceof Memory.Ended(Report report)
                ? answer(report.offeredIn(step.epoch()))
                : Offer.PUT_BACK;
    }

    private Offer consider(Step step, boolean again) {
        if (rules.judge(step) instanceof Ruling.Refused(String reason)) {
            return refuse(step, reason);
        }
        if (closed || underWay.size() >= TAKEN_AT_MOST || !rules.leaseHolds(step)) {
            return Offer.PUT_BACK;
        }
        Work work = new Work(step);
        underWay.put(step.key(), work);
        Thread.ofVirtual().name("step " + step.key()).start(() -> work(work, again));
        return Offer.BEGUN;
    }

    private void work(Work work, boolean again) {
        try {
            List<Report> report = worker.work(work, again);
            underWay.remove(work.step().key());
            report.forEach(this::answer);
        } finally {
            underWay.remove(work.step().key());
        }
    }

    private Offer refuse(Step step, String reason) {
        LOG.log(WARNING, "Refused: {0}, because {1}", step.action().words(), reason);
        return answer(Report.without(step, Outcome.REFUSED, reason, Instant.now()));
    }

    private Offer answer(Report report) {
        LOG.log(INFO, "Step {0}: {1}", report.key(), report.outcome().word());
        reports.send(report);
        return Offer.ANSWERED;
    }
}
