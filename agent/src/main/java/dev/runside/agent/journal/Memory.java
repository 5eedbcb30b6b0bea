package dev.runside.agent.journal;

import dev.runside.agent.step.Report;

/** What the journal says about a step that is offered. */
public sealed interface Memory {

    enum NeverSeen implements Memory {
        INSTANCE
    }

    /** Begun, and the agent died, or is still at it. */
    enum Started implements Memory {
        INSTANCE
    }

    record Ended(Report report) implements Memory {}
}
