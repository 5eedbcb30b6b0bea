package dev.runside.agent.link;

/** What became of something sent. */
sealed interface Delivery {

    enum Taken implements Delivery {
        INSTANCE
    }

    /** The server is away or busy: send the same again. */
    record Later(String reason) implements Delivery {}

    /** The server will never take it as it is. */
    record Rejected(Answer answer) implements Delivery {}
}
