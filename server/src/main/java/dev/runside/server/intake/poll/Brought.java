package dev.runside.server.intake.poll;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.pagerduty.LogEntries.Step;
import java.util.List;

/** What a round brought: of most tools what happened, of PagerDuty what its incidents did. */
record Brought(List<Draft> drafts, List<Step> steps) {

    Brought {
        drafts = List.copyOf(drafts);
        steps = List.copyOf(steps);
    }

    static Brought of(List<Draft> drafts) {
        return new Brought(drafts, List.of());
    }
}
