package dev.runside.agent.act;

/** What became of the step that was offered. */
public enum Offer {
    /** There was none. */
    NONE,
    /** It is being done, or waits for its turn. */
    BEGUN,
    /** It was taken earlier and is still being done. */
    UNDER_WAY,
    /** It needs no doing: its report is on the way. */
    ANSWERED,
    /** Not now; the server will offer it again, under a fresh lease. */
    PUT_BACK
}
