package dev.runside.core.watch.anomaly;

/** What kind of deviation it is. */
public enum Shape {
    /** As usual. */
    ORDINARY,
    /** Far above what is usual. */
    SPIKE,
    /** Far below what is usual. */
    DROP,
    /** Out of what is usual for several values in a row. */
    LEVEL_SHIFT,
    /** Next to nothing where something is usual. */
    SILENCE,
    /** Nothing special in itself, but not at this hour. */
    SEASON_BROKEN
}
