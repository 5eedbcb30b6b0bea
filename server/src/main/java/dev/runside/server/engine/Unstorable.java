package dev.runside.server.engine;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells a database that refuses what it is given, and will refuse it for ever, from one that is
 * away, full or busy.
 */
final class Unstorable {

    /** Classes of SQLSTATE: bad data, a broken constraint, beyond a limit such as an index's. */
    private static final Set<String> CLASSES = Set.of("22", "23", "54");

    private Unstorable() {}

    static boolean is(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .anyMatch(state -> state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
