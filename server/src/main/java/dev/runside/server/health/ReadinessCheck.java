package dev.runside.server.health;

/**
 * One thing that must hold for this server to do its work. Answers at once: it is asked on every
 * probe.
 */
public interface ReadinessCheck {

    /** A short stable name, as in {@code database}. */
    String name();

    Readiness check();
}
