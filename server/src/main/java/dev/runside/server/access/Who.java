package dev.runside.server.access;

/** The kinds of callers that a route may be open to. */
public enum Who {
    /** Anybody who reaches the port. */
    OPEN,
    /** Anybody on this machine. */
    LOOPBACK,
    /** A person, by token or signed in. */
    PERSON,
    /** A person who may do what no charter covers yet. */
    ADMIN,
    /** A source of signals. */
    SOURCE,
    /** An ops agent. */
    AGENT,
    /** Whoever can read the installation's local key. */
    LOCAL_KEY
}
