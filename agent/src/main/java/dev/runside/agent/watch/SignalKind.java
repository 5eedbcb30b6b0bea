package dev.runside.agent.watch;

import java.util.Locale;

/** What the agent tells of a service without being asked. */
public enum SignalKind {
    PROCESS_GONE,
    NO_ANSWER,
    ANSWERING;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
