package dev.runside.server.api.incident;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Action;
import dev.runside.core.estate.Input;
import dev.runside.core.state.Draft;
import dev.runside.core.triage.Incident;
import dev.runside.server.engine.Acts;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What people do with an incident, under the version they have seen. */
@Component
class IncidentActs {

    private final Acts acts;
    private final IncidentLookup lookup;

    IncidentActs(Acts acts, IncidentLookup lookup) {
        this.acts = acts;
        this.lookup = lookup;
    }

    void acknowledge(Incident incident, Ref person, IfMatch seen) {
        perform(incident, new Input.Acknowledge(incident.id(), person), seen);
    }

    void resolve(Incident incident, Ref person, String cause, IfMatch seen) {
        perform(incident, new Input.Resolve(incident.id(), person, cause), seen);
    }

    void exec(Incident incident, Ref person, Action action, Duration timeout, IfMatch seen) {
        perform(incident, new Input.Exec(incident.id(), person, action, timeout), seen);
    }

    private void perform(Incident incident, Input act, IfMatch seen) {
        try {
            if (seen.any()) {
                acts.perform(act);
            } else if (acts.performIf(unchanged(incident, seen), act).isEmpty()) {
                throw moved(incident);
            }
        } catch (Problem problem) {
            throw problem.code() == ErrorCode.NOT_FOUND ? over(incident) : problem;
        }
    }

    private static Predicate<Draft> unchanged(Incident incident, IfMatch seen) {
        return draft -> draft.find(Incident.class, incident.id()).filter(seen::matches).isPresent();
    }

    private Problem moved(Incident incident) {
        long version = lookup.incident(incident.id()).version();
        return Problem.of(
                ErrorCode.PRECONDITION_FAILED,
                "#" + incident.number() + " is at version " + version + " now.");
    }

    /** It is on record, but so long over that the engine has put it away. */
    private static Problem over(Incident incident) {
        return Problem.of(ErrorCode.CONFLICT, "#" + incident.number() + " is over.")
                .withFix("Nothing is left to do.");
    }
}
