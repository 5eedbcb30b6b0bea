package dev.runside.agent.act;

/** Whether a step may be begun. */
sealed interface Ruling {

    static Ruling refused(String reason) {
        return new Refused(reason);
    }

    enum Allowed implements Ruling {
        INSTANCE
    }

    record Refused(String reason) implements Ruling {}
}
