package dev.runside.agent.watch;

import dev.runside.agent.config.Probe;
import dev.runside.agent.process.HealthAnswer;
import dev.runside.agent.time.MonotonicClock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks one service again and again whether it answers; more often while it comes back. */
final class Prober implements Runnable {

    private static final Duration SOON = Duration.ofMillis(100);

    private static final Duration CHECKED_EVERY = Duration.ofSeconds(30);
    private static final Duration CHECKED_WITHIN = Duration.ofSeconds(5);

    private final ServiceEye eye;
    private final Probe probe;
    private final MonotonicClock clock;
    private final ProbeTally tally;
    private final Duration spread;
    private Duration countedAt = Duration.ofDays(-1);

    /**
     * @param spread how much longer to wait after the first question, so that not all services are
     *     asked in the same moment for ever
     */
    Prober(ServiceEye eye, Probe probe, MonotonicClock clock, ProbeTally tally, Duration spread) {
        this.eye = eye;
        this.probe = probe;
        this.clock = clock;
        this.tally = tally;
        this.spread = spread;
    }

    /** Runs until interrupted. */
    @Override
    public void run() {
        try {
            ask(spread);
            while (!Thread.currentThread().isInterrupted()) {
                ask(Duration.ZERO);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Duration longer) throws InterruptedException {
        Duration askedAt = clock.now();
        HealthAnswer answer = eye.service().health().ask(patience());
        eye.answered(askedAt, answer);
        count(askedAt, answer instanceof HealthAnswer.Good);
        Duration next = askedAt.plus(pause()).plus(longer);
        LockSupport.parkNanos(Math.max(1, next.minus(clock.now()).toNanos()));
    }

    private Duration patience() {
        return eye.service().health().isCheck() ? CHECKED_WITHIN : probe.timeout();
    }

    /** Certificates and names change slowly, and are others'. */
    private Duration pause() {
        if (eye.service().health().isCheck()) {
            return CHECKED_EVERY.compareTo(probe.every()) > 0 ? CHECKED_EVERY : probe.every();
        }
        return eye.condition() == Condition.STARTING && SOON.compareTo(probe.every()) < 0
                ? SOON
                : probe.every();
    }

    /** Only what was asked at the usual pace, so that a service coming back does not count more. */
    private void count(Duration askedAt, boolean good) {
        boolean usual = askedAt.minus(countedAt).compareTo(probe.every().minusMillis(5)) >= 0;
        boolean counts = eye.service().health().isCheck() || eye.condition().counts();
        if (usual && counts) {
            countedAt = askedAt;
            tally.count(eye.service(), good);
        }
    }
}
