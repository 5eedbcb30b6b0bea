package dev.runside.server.problem;

/** The server will not start; says why and what to do, without a stack trace. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    public StartRefused(String why, String action) {
        super(why);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
