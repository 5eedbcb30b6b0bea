package dev.runside.server.api.incident;

import dev.runside.core.triage.Incident;
import dev.runside.server.problem.Input;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Which states a list is asked for: one, several separated by commas, or all. */
final class StateFilter {

    private static final String ALL = "all";

    private StateFilter() {}

    /** Empty for all of them. */
    static Set<Incident.State> of(String text) {
        Set<Incident.State> wanted = EnumSet.noneOf(Incident.State.class);
        for (String word : text.split(",", -1)) {
            if (word.equals(ALL)) {
                return Set.of();
            }
            wanted.add(state(word));
        }
        return wanted;
    }

    private static Incident.State state(String word) {
        return Arrays.stream(Incident.State.values())
                .filter(state -> IncidentWriter.word(state).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Input.wrong("state", "must be open, recovered, resolved, closed or all"));
    }
}
