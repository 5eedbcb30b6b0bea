package dev.runside.core.catalog;

import java.time.Duration;
import java.util.List;

/** What a step asks the agent to do. */
public sealed interface Action {

    /** A verb on a service that the agent knows by name. */
    record Service(Verb verb, String name) implements Action {}

    /** A program with its arguments; never a shell string. */
    record Command(List<String> argv) implements Action {
        public Command {
            argv = List.copyOf(argv);
            if (argv.isEmpty()) {
                throw new IllegalArgumentException(
                        "command: needs a program; write [/path/to/program, argument]");
            }
        }
    }

    record Wait(Duration time) implements Action {}

    /** What can be done to a service. */
    enum Verb {
        STATUS,
        START,
        STOP,
        RESTART
    }

    /** The name agents and charters know it by. */
    default String type() {
        return switch (this) {
            case Service _ -> "service";
            case Command _ -> "command";
            case Wait _ -> "wait";
        };
    }

    /** Whether doing it twice does no harm, where nobody says otherwise. */
    default boolean idempotent() {
        return switch (this) {
            case Service _, Wait _ -> true;
            case Command _ -> false;
        };
    }

    /** One line for a person. */
    default String sentence() {
        return switch (this) {
            case Service service ->
                    service.verb().name().toLowerCase(java.util.Locale.ROOT) + " " + service.name();
            case Command command -> String.join(" ", command.argv());
            case Wait wait -> "wait " + wait.time().toSeconds() + " s";
        };
    }
}
