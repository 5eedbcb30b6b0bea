package dev.runside.server.respond;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.estate.Input;
import dev.runside.core.run.Deed;
import dev.runside.core.run.Hold;
import dev.runside.core.run.Run;
import dev.runside.core.run.StepResult;
import dev.runside.core.state.Draft;
import dev.runside.server.engine.Engine;
import dev.runside.server.engine.EstateMoved;
import dev.runside.server.respond.AgentMessages.Poll;
import dev.runside.server.respond.AgentMessages.Report;
import dev.runside.server.respond.AgentMessages.StepOffer;
import dev.runside.server.storage.Epoch;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hands steps to the agents that pull them. A step is stored as sent before its agent hears of it,
 * and offered again, under the same key, at each new poll until it is reported: the agent's journal
 * knows whether it was done.
 */
@Component
class AgentDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Engine engine;
    private final Epoch epoch;
    private final ServerClock clock;
    private final Map<Ref, Boolean> holdTold = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long moves;

    AgentDesk(Engine engine, Epoch epoch, ServerClock clock) {
        this.engine = engine;
        this.epoch = epoch;
        this.clock = clock;
    }

    /** What an agent gets to hear. */
    record Work(boolean hold, Optional<StepOffer> step) {}

    /**
     * Waits for a step for the agent, at most ten seconds. Steps the agent says it is at work on
     * are not offered again.
     */
    Work poll(Ref agent, Poll poll, Set<String> atWork) throws InterruptedException {
        engine.submit(new Input.AgentPolled(agent, poll.version(), services(poll), poll.hold()))
                .join();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long seen = movesSoFar();
            Work work = engine.ask(draft -> work(draft, agent, atWork)).join();
            if (work.step().isPresent() && stored(work.step().get())) {
                return work;
            }
            long left = deadline - System.nanoTime();
            boolean news = !Objects.equals(holdTold.put(agent, work.hold()), work.hold());
            if (left <= 0 || news) {
                return new Work(work.hold(), Optional.empty());
            }
            awaitMove(seen, left);
        }
    }

    /** False when the run has moved on since: then the step is nobody's any more. */
    private boolean stored(StepOffer step) {
        return !engine.submit(new Input.StepSent(step.key())).join().writes().isEmpty();
    }

    private static Set<String> services(Poll poll) {
        return poll.services().stream()
                .filter(AgentMessages.KnownService::may)
                .map(AgentMessages.KnownService::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Work work(Draft draft, Ref agent, Set<String> atWork) {
        boolean hold = draft.find(Hold.class, Hold.KEY).map(Hold::on).orElse(false);
        Optional<StepOffer> step =
                hold
                        ? Optional.empty()
                        : Stream.concat(deeds(draft, agent), steps(draft, agent))
                                .filter(offer -> !atWork.contains(offer.key()))
                                .findFirst();
        return new Work(hold, step);
    }

    /** What people asked for goes first. */
    private Stream<StepOffer> deeds(Draft draft, Ref agent) {
        return draft.all(Deed.class)
                .filter(deed -> deed.agent().equals(agent) && deed.open())
                .map(this::offer);
    }

    private Stream<StepOffer> steps(Draft draft, Ref agent) {
        return draft.all(Run.class)
                .filter(run ->
                        run.agent().equals(agent)
                                && run.phase().stepping()
                                && run.step().isPresent())
                .map(this::offer);
    }

    /** No runbook: an agent that lists the digests it trusts refuses it. */
    private StepOffer offer(Deed deed) {
        return new StepOffer(
                deed.stepKey(),
                deed.id(),
                "exec by " + deed.by(),
                "",
                epoch.current(),
                AgentMessages.lease(deed.timeout()),
                deed.timeout().toMillis(),
                deed.idempotent(),
                AgentMessages.action(deed.action()));
    }

    private StepOffer offer(Run run) {
        Runbook.Step step = run.step().orElseThrow();
        return new StepOffer(
                run.stepKey(),
                run.id(),
                run.runbook().name(),
                run.runbook().digest(),
                epoch.current(),
                AgentMessages.lease(step.timeout()),
                step.timeout().toMillis(),
                step.idempotent(),
                AgentMessages.action(step.action()));
    }

    /** Takes an outcome in; one that is known already changes nothing. */
    void report(Ref agent, Report report) {
        StepResult result =
                new StepResult(
                        report.key(),
                        stepOf(report.key()),
                        StepResult.Outcome.valueOf(report.outcome().toUpperCase(Locale.ROOT)),
                        report.reason() == null ? "" : report.reason(),
                        report.output() == null ? Map.of() : report.output(),
                        clock.instant());
        boolean own =
                engine.ask(draft ->
                                agentOf(draft, report.key().replaceFirst("/.*", ""))
                                        .filter(agent::equals)
                                        .isPresent())
                        .join();
        if (own) {
            engine.submit(new Input.StepReported(result)).join();
        }
    }

    /** Who was given what a key begins with. */
    private static Optional<Ref> agentOf(Draft draft, String id) {
        return draft.find(Run.class, id)
                .map(Run::agent)
                .or(() -> draft.find(Deed.class, id).map(Deed::agent));
    }

    private static String stepOf(String key) {
        String[] parts = key.split("/");
        return parts.length == 4 ? parts[2] : "";
    }

    @EventListener
    void estateMoved(EstateMoved event) {
        lock.lock();
        try {
            moves++;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long movesSoFar() {
        lock.lock();
        try {
            return moves;
        } finally {
            lock.unlock();
        }
    }

    private void awaitMove(long seen, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (moves == seen && left > 0) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
