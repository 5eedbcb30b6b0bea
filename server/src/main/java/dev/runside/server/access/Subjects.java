package dev.runside.server.access;

import dev.runside.core.Ref;
import dev.runside.server.problem.Input;

/** Names as people type them: {@code ada} and {@code user:ada} are the same person. */
final class Subjects {

    /** Whoever comes first; it has no name yet. */
    static final Ref FIRST = new Ref("local", "first");

    private Subjects() {}

    static Ref person(String name) {
        return of("user", name);
    }

    static Ref source(String name) {
        return of("source", name);
    }

    static Ref agent(String name) {
        return of("agent", name);
    }

    private static Ref of(String kind, String name) {
        Ref ref = parse(kind, name);
        if (!ref.is(kind)) {
            throw Input.wrong("name", "'" + name + "' is not of the kind " + kind);
        }
        return ref;
    }

    private static Ref parse(String kind, String name) {
        try {
            return name.indexOf(':') < 0 ? new Ref(kind, name) : Ref.parse(name);
        } catch (IllegalArgumentException e) {
            throw Input.wrong("name", String.valueOf(e.getMessage()));
        }
    }
}
