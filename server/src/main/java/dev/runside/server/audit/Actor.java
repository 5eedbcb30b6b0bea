package dev.runside.server.audit;

/**
 * Who acts.
 *
 * @param ref the person, agent or source, as {@code user:ada}
 * @param token the id of the token it showed; empty where none was needed
 * @param onBehalfOf for whom, when not for itself; else empty
 */
public record Actor(String ref, String token, String onBehalfOf) {

    public static Actor of(String ref, String token) {
        return new Actor(ref, token, "");
    }

    /** Runside itself, by its own rules. */
    public static Actor runside() {
        return new Actor("runside:server", "", "");
    }
}
