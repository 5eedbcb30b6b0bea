package dev.runside.agent.process;

import java.util.Locale;

/** What a look at a service's process finds. */
public enum ServiceState {
    /** No process, or only its corpse. */
    GONE,
    /** A process that is stopped, or does not answer its health check. */
    HUNG,
    /** A process that answers, or, without a health check, one that runs. */
    ANSWERING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
