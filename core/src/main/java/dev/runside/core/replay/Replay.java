package dev.runside.core.replay;

import dev.runside.core.catalog.Catalog;
import dev.runside.core.estate.Estate;
import dev.runside.core.estate.Input;
import dev.runside.core.page.Escalation;
import dev.runside.core.signal.Signal;
import dev.runside.core.state.Decision;
import dev.runside.core.state.EstateState;
import dev.runside.core.state.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Runs one estate over recorded signals, a second of them at a time. The same signals give the same
 * answer, byte for byte.
 */
public final class Replay {

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    /** Nobody acknowledges, so nothing is escalated: the first page is the one that counts. */
    private static final Escalation UNANSWERED =
            new Escalation(Escalation.USUAL.settle(), FOR_EVER, FOR_EVER, FOR_EVER, FOR_EVER);

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** How long after the last signal everything that was waited for has come to pass. */
    private static final Duration SETTLED = Duration.ofMinutes(15);

    private final Catalog catalog;
    private final Estate estate = new Estate(UNANSWERED);
    private final EstateState state = new EstateState();
    private final History history = new History();
    private final Rest rest = new Rest();
    private final Watches watches;
    private Instant now = Instant.EPOCH;
    private long decisions;

    private Replay(Catalog catalog) {
        this.catalog = catalog;
        this.watches = new Watches(catalog);
    }

    /**
     * @param signals in the order of their times
     */
    public static Replayed of(Catalog catalog, List<Signal> signals) {
        Replay replay = new Replay(catalog);
        replay.run(signals);
        return replay.history.replayed(signals.size());
    }

    private void run(List<Signal> signals) {
        List<Signal> waiting = new ArrayList<>();
        for (Signal signal : signals) {
            Instant heard = signal.receivedAt().truncatedTo(ChronoUnit.SECONDS).plus(SECOND);
            if (heard.isAfter(now)) {
                observe(waiting);
                waiting.clear();
                until(heard);
            }
            waiting.add(signal);
        }
        observe(waiting);
        if (!signals.isEmpty()) {
            until(now.plus(SETTLED));
        }
    }

    private void observe(List<Signal> signals) {
        if (!signals.isEmpty()) {
            history.heard(signals, decide(new Input.Observed(signals)));
            rest.heard(now);
            signals.forEach(watches::hear);
            judge();
        }
    }

    private void judge() {
        watches.judge(now).forEach(said -> history.passed(decide(said)));
    }

    private void until(Instant end) {
        if (now.equals(Instant.EPOCH)) {
            now = end;
        }
        while (now.isBefore(end)) {
            Instant next = rest.after(now, history.unsettled());
            now = next.isBefore(end) ? next : end;
            history.passed(decide(new Input.Ticked()));
            judge();
        }
    }

    private Decision decide(Input input) {
        UUID seed =
                new UUID(now.toEpochMilli() << 16 | 0x7000L, Long.MIN_VALUE | decisions++ << 20);
        Decision decision = estate.decide(state, catalog, input, new Moment(now, 1, seed));
        state.apply(decision.writes());
        return decision;
    }
}
