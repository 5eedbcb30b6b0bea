package dev.runside.server.learn;

import dev.runside.core.learn.Backtest;
import dev.runside.core.learn.Proposal;
import dev.runside.core.run.Conditions;
import dev.runside.server.engine.Incidents;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tries a drafted runbook on the incidents of the last 30 days. */
@Component
class Trial {

    static final Duration REACH = Duration.ofDays(30);

    private static final int MOST = 10_000;

    private final Incidents incidents;
    private final ServerClock clock;

    Trial(Incidents incidents, ServerClock clock) {
        this.incidents = incidents;
        this.clock = clock;
    }

    Backtest of(Proposal proposal) {
        return Backtest.of(
                proposal.runbook(),
                proposal.from().getLast().cause(),
                incidents.since(clock.instant().minus(REACH), MOST),
                new Conditions());
    }
}
