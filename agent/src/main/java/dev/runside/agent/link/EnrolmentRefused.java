package dev.runside.agent.link;

/** The agent cannot become known to its server without a person's help. */
public final class EnrolmentRefused extends Exception {

    private static final long serialVersionUID = 1L;

    EnrolmentRefused(String message) {
        super(message);
    }
}
