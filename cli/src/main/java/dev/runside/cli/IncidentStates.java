package dev.runside.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Which incidents a list is to hold.
 *
 * @param asked as the server is asked
 */
record IncidentStates(String asked) {

    static final String LIVE = "live";

    private static final List<String> KNOWN =
            List.of("open", "recovered", "resolved", "closed", "all");

    /**
     * @throws IllegalArgumentException where one of them is unknown; the message names the choices
     */
    static IncidentStates of(String typed) {
        List<String> states = new ArrayList<>();
        for (String word : typed.split(",", -1)) {
            String state = word.strip();
            if (state.equals(LIVE)) {
                states.addAll(List.of("open", "recovered"));
            } else if (KNOWN.contains(state)) {
                states.add(state);
            } else {
                throw new IllegalArgumentException(
                        "there is no state '%s'; there is %s, %s"
                                .formatted(state, LIVE, String.join(", ", KNOWN)));
            }
        }
        return new IncidentStates(String.join(",", states));
    }
}
