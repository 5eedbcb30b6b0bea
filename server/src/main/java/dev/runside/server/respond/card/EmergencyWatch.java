package dev.runside.server.respond.card;

import dev.runside.server.storage.Every;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tries again and again whether this server can commit. When it cannot for 30 s, people are paged
 * by the card, without the database: once, then every five minutes until it can.
 */
@Component
class EmergencyWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EmergencyWatch.class);

    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final CommitProbe probe;
    private final EmergencyPager pager;
    private final EmergencySettings settings;
    private final Silence silence;
    private final AtomicReference<Duration> lastCommit = new AtomicReference<>(now());
    private volatile @Nullable Every looks;

    EmergencyWatch(
            CommitProbe probe,
            EmergencyPager pager,
            EmergencySettings settings,
            MeterRegistry metrics) {
        this.probe = probe;
        this.pager = pager;
        this.settings = settings;
        this.silence = new Silence(settings.after(), settings.again(), now());
        metrics.gauge(
                "runside.commit.age.seconds",
                lastCommit,
                last -> now().minus(last.get()).toMillis() / 1_000.0);
    }

    private void look() {
        if (commits()) {
            lastCommit.set(now());
            if (silence.committed(now())) {
                log.warn("Runside sees and records again");
                pager.over();
            }
        } else if (silence.failed(now())) {
            log.error("Nothing could be committed for {} s: paging by the card", lasting());
            pager.page(lasting());
        }
    }

    private long lasting() {
        return silence.lasts(now()).toSeconds();
    }

    /** A probe that hangs beyond the time its transaction has is broken off, and has failed. */
    private boolean commits() {
        FutureTask<?> attempt = new FutureTask<>(probe, true);
        Thread.ofVirtual().name("commit probe").start(attempt);
        try {
            attempt.get(settings.probe().plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException failed) {
            log.debug("No commit: {}", failed.toString());
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        } finally {
            attempt.cancel(true);
        }
    }

    private static Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }

    @Override
    public void start() {
        looks = Every.start("emergency", settings.probe(), this::look);
    }

    @Override
    public void stop() {
        Every running = looks;
        if (running != null) {
            running.close();
        }
        looks = null;
        pager.over();
    }

    @Override
    public boolean isRunning() {
        return looks != null;
    }
}
