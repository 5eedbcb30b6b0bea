package dev.runside.core.locate;

/**
 * What departs from the usual. Amounts are of one unit in one list: seconds waited for, or calls
 * failed, in the same stretch of time.
 */
public sealed interface Evidence {

    /** A place adds this itself; what it waits for is not in it. */
    record Own(String place, double amount) implements Evidence {}

    /** All calls of a place, with what it waits for. */
    record Whole(String place, double amount) implements Evidence {}

    /**
     * What a place waits for another: part of its whole. Where it is not measured, the other's
     * whole is taken for it.
     */
    record Waits(String place, String other, double amount) implements Evidence {}

    /**
     * Added on the way from one to the other and within neither. A way that is as usual says so
     * with an amount of 0: it speaks for both its ends.
     */
    record Way(String from, String to, double amount) implements Evidence {}

    /** A place has used up what it may use: a symptom that stays where its cause is. */
    record Exhausted(String place) implements Evidence {}

    /** A place is called as ever, and calls another no longer. */
    record CallsNoMore(String place, String other) implements Evidence {}
}
