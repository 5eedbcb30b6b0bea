package dev.runside.server.respond.pager;

import dev.runside.server.respond.pager.DeliveryStore.Due;
import dev.runside.server.storage.ServerClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due: one virtual thread looks, each message has one of its own, so that a receiver
 * that hangs delays only what it was sent.
 */
@Component
public class Deliverer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Deliverer.class);
    private static final int MOST_UNDER_WAY = 16;
    private static final Duration LOOK_AT_LEAST = Duration.ofSeconds(30);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final DeliveryStore store;
    private final Channels channels;
    private final WebhookClient client;
    private final ServerClock clock;
    private final MeterRegistry metrics;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Semaphore woken = new Semaphore(0);
    private Instant nextForgetting = Instant.EPOCH;
    private volatile @Nullable Thread thread;

    Deliverer(
            DeliveryStore store,
            Channels channels,
            WebhookClient client,
            ServerClock clock,
            MeterRegistry metrics) {
        this.store = store;
        this.channels = channels;
        this.client = client;
        this.clock = clock;
        this.metrics = metrics;
        metrics.gauge("runside.pager.deliveries.under.way", underWay, Set::size);
    }

    /** Within the decision's transaction: the message is to be sent once that is committed. */
    public void add(String key, String body, Instant now) {
        if (channels.webhook().isPresent()) {
            store.add(key, body, now);
        }
    }

    /** After the commit: there is something to send. Returns at once. */
    public void wake() {
        if (thread != null) {
            woken.release();
        }
    }

    @Override
    public void start() {
        channels.webhook()
                .ifPresent(webhook ->
                        thread =
                                Thread.ofVirtual()
                                        .name("pager")
                                        .start(() -> lookAgainAndAgain(webhook)));
    }

    private void lookAgainAndAgain(Webhook webhook) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Duration pause = look(webhook);
                if (woken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins what is due, and says for how long there is nothing more. */
    private Duration look(Webhook webhook) {
        try {
            Instant now = clock.instant();
            int room = MOST_UNDER_WAY - underWay.size();
            store.due(now, underWay, room).forEach(due -> begin(webhook, due));
            forget(now);
            return store.nextDue(underWay)
                    .map(next -> Duration.between(clock.instant(), next))
                    .filter(pause -> pause.compareTo(LOOK_AT_LEAST) < 0)
                    .map(pause -> pause.isNegative() && full() ? LOOK_AT_LEAST : pause)
                    .orElse(LOOK_AT_LEAST);
        } catch (RuntimeException failed) {
            log.warn("The deliveries that are due could not be read: {}", failed.toString());
            return AFTER_TROUBLE;
        }
    }

    private void forget(Instant now) {
        if (now.isAfter(nextForgetting)) {
            store.forget(now);
            nextForgetting = now.plus(FORGET_EVERY);
        }
    }

    private boolean full() {
        return underWay.size() >= MOST_UNDER_WAY;
    }

    private void begin(Webhook webhook, Due due) {
        underWay.add(due.key());
        Thread.ofVirtual().name("page " + due.key()).start(() -> send(webhook, due));
    }

    private void send(Webhook webhook, Due due) {
        try {
            Optional<String> error = client.post(webhook, due.key(), due.body(), clock.machine());
            error.ifPresentOrElse(reason -> failed(due, reason), () -> delivered(due));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unrecorded) {
            log.warn(
                    "What became of {} could not be recorded: {}",
                    due.key(),
                    unrecorded.toString());
            pause();
        } finally {
            underWay.remove(due.key());
            wake();
        }
    }

    private void delivered(Due due) {
        count("taken");
        store.delivered(due.key(), clock.instant());
    }

    private void failed(Due due, String reason) {
        count("refused");
        int failures = due.attempts() + 1;
        double chance = ThreadLocalRandom.current().nextDouble();
        Optional<Instant> next = RetryPlan.next(due.createdAt(), failures, clock.instant(), chance);
        if (failures == 1 || next.isEmpty()) {
            log.warn(
                    "{} was not taken by the webhook ({}); {}",
                    due.key(),
                    reason,
                    next.isPresent() ? "it is sent again" : "given up after 24 hours");
        }
        store.failed(due.key(), reason, next);
    }

    private void count(String outcome) {
        metrics.counter("runside.pager.deliveries", "outcome", outcome).increment();
    }

    /** The database is away, and the message would be sent again at once. */
    private static void pause() {
        try {
            Thread.sleep(AFTER_TROUBLE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread looking = thread;
        if (looking != null) {
            looking.interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
