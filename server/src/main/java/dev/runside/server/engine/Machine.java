package dev.runside.server.engine;

import dev.runside.core.estate.Estate;
import dev.runside.core.estate.Input;
import dev.runside.core.page.Escalation;
import dev.runside.core.state.Decision;
import dev.runside.core.state.Draft;
import dev.runside.core.state.EstateState;
import dev.runside.core.state.Moment;
import dev.runside.core.state.Write;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.storage.Epoch;
import dev.runside.server.storage.ServerClock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * The estate as it is, and what is decided on it. A decision counts for the next one at once; what
 * could not be committed is taken back. Used by one thread.
 */
@Component
class Machine {

    private final Estate estate = new Estate(Escalation.USUAL);
    private final Identifiers identifiers = new Identifiers();
    private final Catalogs catalogs;
    private final Epoch epoch;
    private final ServerClock clock;
    private EstateState state = new EstateState();

    Machine(Catalogs catalogs, Epoch epoch, ServerClock clock) {
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

    /** Throws where the machine does; the state is unchanged then. */
    Decided decide(Input input, OptionalLong sequence) {
        Moment moment = moment();
        Decision decision = estate.decide(state, catalogs.current(), input, moment);
        List<Write> undo = state.inverse(decision.writes());
        state.apply(decision.writes());
        return new Decided(decision, sequence, moment.now(), undo);
    }

    /** All that was decided since, in the order it was. */
    void takeBack(List<Decided> decided) {
        decided.reversed().forEach(each -> state.apply(each.undo()));
    }

    Instant now() {
        return clock.instant();
    }

    private Moment moment() {
        Instant now = clock.instant();
        return new Moment(now, epoch.current(), identifiers.next(now));
    }
}
