package dev.runside.server.access;

/** How a person showed who they are. */
public sealed interface Proof {

    /** The id of the token or session, for the audit. */
    String token();

    record Bearer(String token) implements Proof {}

    /**
     * @param formToken what acts from the page must carry, as {@code _csrf} or {@code X-CSRF-Token}
     */
    record Session(String token, String formToken) implements Proof {

        @Override
        public String toString() {
            return "Session[" + token + "]";
        }
    }
}
