package dev.runside.agent.watch;

import dev.runside.agent.process.ServiceState;

/** What the watch makes of a service. */
enum Condition {
    /** Never seen running since the agent started, and nobody says that it should. */
    UNSEEN,
    /** It runs and has not answered yet. */
    STARTING,
    ANSWERING,
    SILENT,
    GONE,
    /** Ended by the agent, on purpose. */
    STOPPED;

    /** In the words that a look at a service has; {@code unknown} where it would have none. */
    String word() {
        return switch (this) {
            case UNSEEN, STARTING -> "unknown";
            case ANSWERING -> ServiceState.ANSWERING.word();
            case SILENT -> ServiceState.HUNG.word();
            case GONE, STOPPED -> ServiceState.GONE.word();
        };
    }

    /** Whether what it answers says something about the product. */
    boolean counts() {
        return switch (this) {
            case UNSEEN, STOPPED -> false;
            case STARTING, ANSWERING, SILENT, GONE -> true;
        };
    }
}
