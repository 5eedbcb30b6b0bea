package dev.runside.server.access;

import dev.runside.core.Ref;
import dev.runside.server.access.Caller.PersonCaller;
import java.util.List;
import java.util.Optional;

/**
 * Whether a person may give a source or an agent its place. Answered by the room that knows whose
 * things are.
 */
public interface GrantRight {

    /**
     * @param subjects what the source would speak for, or spoke for until now
     * @return why not, and who could; empty when allowed
     */
    Optional<String> refusesSource(PersonCaller by, List<String> subjects);

    Optional<String> refusesAgent(PersonCaller by, Ref agent);
}
