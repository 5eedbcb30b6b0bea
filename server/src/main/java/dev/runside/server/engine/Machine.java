package dev.runside.server.engine;

import dev.runside.core.estate.Estate;
import dev.runside.core.estate.Input;
import dev.runside.core.page.Escalation;
import dev.runside.core.state.Decision;
import dev.runside.core.state.Draft;
import dev.runside.core.state.EstateState;
import dev.runside.core.state.Moment;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.storage.Epoch;
import dev.runside.server.storage.ServerClock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The estate as it was committed, and what is decided on it. Used by one thread. */
@Component
class Machine {

    private final Estate estate = new Estate(Escalation.USUAL);
    private final Identifiers identifiers = new Identifiers();
    private final Catalogs catalogs;
    private final Epoch epoch;
    private final ServerClock clock;
    private final Completion completion;
    private EstateState state = new EstateState();

    Machine(Catalogs catalogs, Epoch epoch, ServerClock clock, Completion completion) {
        this.completion = completion;
        this.catalogs = catalogs;
        this.epoch = epoch;
        this.clock = clock;
    }

    void load(EstateState stored) {
        state = stored;
    }

    Draft draft() {
        return state.draft(moment());
    }

    Moment moment() {
        Instant now = clock.instant();
        return new Moment(now, epoch.current(), identifiers.next(now));
    }

    Decision decide(Input input, Moment moment) {
        return estate.decide(state, completion.completed(catalogs.current()), input, moment);
    }

    /** To be called when it is committed. */
    void apply(Decision decision) {
        state.apply(decision.writes());
    }
}
