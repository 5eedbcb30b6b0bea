package dev.runside.server.intake.poll;

import dev.runside.server.intake.Draft;
import java.util.List;

/** What a round brought. */
record Brought(List<Draft> drafts) {

    Brought {
        drafts = List.copyOf(drafts);
    }

    static Brought of(List<Draft> drafts) {
        return new Brought(drafts);
    }
}
