package dev.runside.server.engine;

import dev.runside.core.estate.Input;
import dev.runside.core.signal.Signal;
import dev.runside.core.state.Decision;
import dev.runside.core.state.Draft;
import dev.runside.core.state.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The estate's mailbox and its one thread. Signals are read from their log in order; everything
 * else comes through the queue. An input on which the machine throws, and a signal of which no
 * database could store what was decided, is set aside with the state unchanged, said to be
 * Runside's own fault, and the mailbox goes on.
 */
@Component
class EstateEngine implements Engine, SmartLifecycle {

    private static final int BROKEN_EXIT = 4;
    private static final Logger LOG = LoggerFactory.getLogger(EstateEngine.class);
    private static final int CAPACITY = 10_000;
    private static final int SIGNALS_A_TURN = 1_000;
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration READ_AGAIN = Duration.ofSeconds(1);

    private final BlockingQueue<Runnable> mailbox = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicBoolean signalsWaiting = new AtomicBoolean(true);
    private final Machine machine;
    private final Committer committer;
    private final EstateStore store;
    private final SignalLog signals;
    private long cursor;
    private final Alarm nextTick = new Alarm(System::nanoTime);
    private final Alarm nextReading = new Alarm(System::nanoTime);
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    EstateEngine(Machine machine, Committer committer, EstateStore store, SignalLog signals) {
        this.machine = machine;
        this.committer = committer;
        this.store = store;
        this.signals = signals;
    }

    @Override
    public CompletableFuture<Decision> submit(Input input) {
        CompletableFuture<Decision> answer = new CompletableFuture<>();
        post(() -> decide(input, OptionalLong.empty(), answer), answer);
        return answer;
    }

    @Override
    public CompletableFuture<Optional<Decision>> submitIf(Predicate<Draft> condition, Input input) {
        CompletableFuture<Optional<Decision>> answer = new CompletableFuture<>();
        post(() -> decideIf(condition, input, answer), answer);
        return answer;
    }

    private void decideIf(
            Predicate<Draft> condition, Input input, CompletableFuture<Optional<Decision>> answer) {
        if (!condition.test(machine.draft())) {
            answer.complete(Optional.empty());
            return;
        }
        CompletableFuture<Decision> decided = new CompletableFuture<>();
        decided.whenComplete((decision, failure) -> {
            if (failure == null) {
                answer.complete(Optional.of(decision));
            } else {
                answer.completeExceptionally(failure);
            }
        });
        decide(input, OptionalLong.empty(), decided);
    }

    @Override
    public <T> CompletableFuture<T> ask(java.util.function.Function<Draft, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        post(
                () -> {
                    try {
                        answer.complete(question.apply(machine.draft()));
                    } catch (RuntimeException failed) {
                        answer.completeExceptionally(failed);
                    }
                },
                answer);
        return answer;
    }

    private void post(Runnable work, CompletableFuture<?> answer) {
        if (!mailbox.offer(work)) {
            answer.completeExceptionally(
                    new IllegalStateException("the estate's mailbox is full (" + CAPACITY + ")"));
        }
    }

    @EventListener
    void signalsAppended(SignalsAppended appended) {
        if (!signalsWaiting.getAndSet(true)) {
            mailbox.offer(() -> {});
        }
    }

    @Override
    public void start() {
        machine.load(store.load());
        cursor = store.cursor();
        running = true;
        mailbox.add(() ->
                decide(new Input.Restarted(), OptionalLong.empty(), new CompletableFuture<>()));
        thread =
                Thread.ofPlatform()
                        .name("estate")
                        .uncaughtExceptionHandler((_, broken) -> end(broken))
                        .start(this::work);
    }

    /**
     * Without the estate's thread nothing is judged and nobody is paged: the process ends, so that
     * whoever keeps it starts it again.
     */
    private static void end(Throwable broken) {
        LOG.error("the estate's thread broke; the server ends", broken);
        Thread.ofPlatform().start(() -> System.exit(BROKEN_EXIT));
    }

    private void work() {
        while (running) {
            try {
                Runnable next = mailbox.poll(nextTick.millisLeft(), TimeUnit.MILLISECONDS);
                if (next != null) {
                    next.run();
                }
                readSignals();
                tick();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                LOG.error("the estate's mailbox goes on after", failed);
            }
        }
    }

    private void readSignals() {
        if (!nextReading.rings() || !signalsWaiting.getAndSet(false)) {
            return;
        }
        List<SignalLog.Logged> logged = signals.after(cursor, SIGNALS_A_TURN);
        if (!logged.isEmpty() && !decideTogether(logged)) {
            logged.forEach(this::decideAlone);
        }
        if (!logged.isEmpty()) {
            signalsWaiting.set(true);
        }
    }

    /**
     * Signals that wait are one decision: an incident is judged once on all that is known of it,
     * and there is one commit. Not where one of them cannot be decided or stored: it is found by
     * deciding them alone.
     */
    private boolean decideTogether(List<SignalLog.Logged> logged) {
        Moment moment = machine.moment();
        OptionalLong last = OptionalLong.of(logged.getLast().sequence());
        List<Signal> all = logged.stream().map(SignalLog.Logged::signal).toList();
        Decision decision;
        try {
            decision = machine.decide(new Input.Observed(all), moment);
            committer.commit(decision, last, moment.now());
        } catch (RuntimeException | StackOverflowError _) {
            return false;
        }
        cursor = last.getAsLong();
        carryOut(decision, new CompletableFuture<>());
        return true;
    }

    private void decideAlone(SignalLog.Logged entry) {
        decide(
                new Input.Observed(List.of(entry.signal())),
                OptionalLong.of(entry.sequence()),
                new CompletableFuture<>());
        cursor = entry.sequence();
    }

    private void tick() {
        if (nextTick.rings()) {
            nextTick.setIn(TICK);
            decide(new Input.Ticked(), OptionalLong.empty(), new CompletableFuture<>());
        }
    }

    private void decide(Input input, OptionalLong sequence, CompletableFuture<Decision> answer) {
        Decision decision;
        Moment moment = machine.moment();
        try {
            decision = machine.decide(input, moment);
        } catch (RuntimeException | StackOverflowError thrown) {
            setAside(input, sequence, thrown, moment.now());
            answer.completeExceptionally(new SetAside(thrown));
            return;
        }
        try {
            committer.commit(decision, sequence, moment.now());
        } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
            if (sequence.isPresent() && Unstorable.is(failed)) {
                setAside(input, sequence, failed, moment.now());
            } else {
                retryLater(input, sequence, failed);
            }
            return;
        }
        carryOut(decision, answer);
    }

    /** It is committed: whatever goes wrong from here on, it is not decided again. */
    private void carryOut(Decision decision, CompletableFuture<Decision> answer) {
        machine.apply(decision);
        try {
            committer.perform(decision);
            answer.complete(decision);
        } catch (RuntimeException failed) {
            LOG.error("a committed decision was not carried out to its end", failed);
            answer.completeExceptionally(failed);
        }
    }

    /**
     * What could not be committed is not decided: a signal is read again, the rest is its caller's
     * to repeat.
     */
    private void retryLater(Input input, OptionalLong sequence, RuntimeException failed) {
        LOG.warn("could not commit {}: {}", input.getClass().getSimpleName(), failed.toString());
        if (sequence.isPresent()) {
            signalsWaiting.set(true);
            nextReading.setIn(READ_AGAIN);
            throw failed;
        }
    }

    private void setAside(Input input, OptionalLong sequence, Throwable thrown, Instant now) {
        LOG.error("set aside an input that could not be decided: {}", input, thrown);
        committer.setAside(input, sequence, thrown, now);
        if (!OwnFault.isTold(input)) {
            Input fault = OwnFault.told(thrown, now);
            mailbox.offer(() -> decide(fault, OptionalLong.empty(), new CompletableFuture<>()));
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread worker = thread;
        if (worker != null) {
            worker.interrupt();
            try {
                worker.join(2_000);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        Thread worker = thread;
        return running && worker != null && worker.isAlive();
    }
}
