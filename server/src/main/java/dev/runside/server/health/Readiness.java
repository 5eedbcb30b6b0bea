package dev.runside.server.health;

/** The answer of one check, with a sentence that a person can act on. */
public sealed interface Readiness {

    String sentence();

    record Ready(String sentence) implements Readiness {}

    /** Works, but a person should know: the server stays ready. */
    record Lacking(String sentence) implements Readiness {}

    record NotReady(String sentence) implements Readiness {}
}
