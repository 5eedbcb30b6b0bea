package dev.runside.agent.watch;

import dev.runside.agent.config.Probe;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides what of a service's looks and answers is worth a signal. Times come in with what is seen,
 * from one monotonic clock; nothing is read here. Not for several threads.
 */
final class ServiceWatch {

    static final Duration REPEAT = Duration.ofSeconds(5);

    private final Probe probe;
    private final boolean hasHealth;

    private Condition condition = Condition.UNSEEN;
    private Duration since = Duration.ZERO;
    private Duration lastNotice = Duration.ZERO;
    private Duration lastGood = Duration.ofDays(-36500);
    private boolean answersWithoutProcess;
    private boolean inHand;
    private boolean isDown;
    private Duration downSince = Duration.ZERO;
    private int misses;
    private Duration firstMiss = Duration.ZERO;

    ServiceWatch(Probe probe, boolean hasHealth) {
        this.probe = probe;
        this.hasHealth = hasHealth;
    }

    Condition condition() {
        return condition;
    }

    /** A process is there that was not there before; it runs since the moment given. */
    Optional<Notice> appeared(Duration now, Duration startedAt) {
        answersWithoutProcess = false;
        if (!hasHealth) {
            return becomeAnswering(now, now);
        }
        boolean answeredAlready =
                condition == Condition.ANSWERING && lastGood.compareTo(startedAt) > 0;
        if (!answeredAlready) {
            become(Condition.STARTING, startedAt);
        }
        return Optional.empty();
    }

    /** There is no process where there should be one. */
    Optional<Notice> gone(Duration now) {
        boolean expected = inHand || answersWithoutProcess || condition == Condition.STOPPED;
        if (expected) {
            return Optional.empty();
        }
        if (condition != Condition.GONE) {
            become(Condition.GONE, now);
            return notice(SignalKind.PROCESS_GONE, now, "", false);
        }
        return repeat(SignalKind.PROCESS_GONE, now, "");
    }

    Optional<Notice> answered(Duration now, Duration askedAt) {
        misses = 0;
        boolean stale = condition == Condition.GONE && askedAt.compareTo(since) < 0;
        if (stale) {
            return Optional.empty();
        }
        return becomeAnswering(now, askedAt);
    }

    Optional<Notice> missed(Duration now, Duration askedAt, String reason) {
        if (!countsMisses(now)) {
            misses = 0;
            return Optional.empty();
        }
        firstMiss = misses == 0 ? askedAt : firstMiss;
        misses++;
        if (condition == Condition.SILENT) {
            return repeat(SignalKind.NO_ANSWER, now, reason);
        }
        boolean silent =
                misses >= probe.misses() && now.minus(firstMiss).compareTo(probe.over()) >= 0;
        if (!silent) {
            return Optional.empty();
        }
        become(Condition.SILENT, firstMiss);
        return notice(SignalKind.NO_ANSWER, now, reason, false);
    }

    /** The agent itself is changing the service from now on. */
    void taken() {
        inHand = true;
        misses = 0;
    }

    void released(Duration now, boolean stopped) {
        inHand = false;
        misses = 0;
        if (stopped) {
            become(Condition.STOPPED, now);
        }
    }

    private boolean countsMisses(Duration now) {
        return switch (condition) {
            case UNSEEN, GONE, STOPPED -> false;
            case STARTING -> !inHand && now.minus(since).compareTo(probe.starting()) >= 0;
            case ANSWERING, SILENT -> !inHand;
        };
    }

    private Optional<Notice> becomeAnswering(Duration now, Duration askedAt) {
        boolean news = condition != Condition.ANSWERING;
        Duration down = isDown ? now.minus(downSince) : Duration.ZERO;
        isDown = false;
        answersWithoutProcess |= condition == Condition.GONE;
        lastGood = askedAt;
        become(Condition.ANSWERING, now);
        return news
                ? Optional.of(new Notice(SignalKind.ANSWERING, down, 0, "", false))
                : Optional.empty();
    }

    private void become(Condition next, Duration at) {
        if (condition != next) {
            condition = next;
            since = at;
        }
    }

    private Optional<Notice> repeat(SignalKind kind, Duration now, String reason) {
        return now.minus(lastNotice).compareTo(REPEAT) >= 0
                ? notice(kind, now, reason, true)
                : Optional.empty();
    }

    private Optional<Notice> notice(SignalKind kind, Duration now, String reason, boolean repeat) {
        lastNotice = now;
        downSince = isDown ? downSince : since;
        isDown = true;
        return Optional.of(new Notice(kind, now.minus(since), misses, reason, repeat));
    }
}
