package dev.runside.server.intake.signals;

/** How long a text may be, in characters. */
final class Bounds {

    static final int ID = 200;
    static final int TITLE = 500;
    static final int VALUE = 4_000;
    static final int ATTRIBUTES = 64;

    /** What of a customer's words is kept; the rest is cut off, not refused. */
    static final int TICKET_TEXT = 8_000;

    private Bounds() {}
}
