package dev.runside.core.replay;

import dev.runside.core.page.Page;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import java.util.List;

/**
 * What came of recorded signals.
 *
 * @param signals how many there were
 * @param incidents in the order in which they opened; those merged into another are not among them
 */
public record Replayed(int signals, List<Outcome> incidents) {

    public Replayed {
        incidents = List.copyOf(incidents);
    }

    /**
     * @param pages those that went out, also about what was merged into it
     */
    public record Outcome(Incident incident, List<Member> members, List<Page> pages) {

        public Outcome {
            members = List.copyOf(members);
            pages = List.copyOf(pages);
        }
    }

    /**
     * One finding of an incident.
     *
     * @param raisedBy ids of the signals that said it, in their order; empty for what an indicator
     *     found
     * @param endedBy ids of the signals that said it was over
     */
    public record Member(Finding finding, List<String> raisedBy, List<String> endedBy) {

        public Member {
            raisedBy = List.copyOf(raisedBy);
            endedBy = List.copyOf(endedBy);
        }
    }
}
