package dev.runside.cli;

import java.io.Console;
import java.util.Optional;

/** Asks a person, where there is one. */
interface Interview {

    /** The answer, or what was suggested where it is empty; absent where nobody can be asked. */
    Optional<String> ask(String question, String suggestion);

    /** At this process's terminal; with its input or output redirected nobody is asked. */
    static Interview atTerminal() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return (_, _) -> Optional.empty();
        }
        return (question, suggestion) -> {
            String answer = console.readLine("%s [%s]: ", question, suggestion);
            return Optional.of(answer == null || answer.isBlank() ? suggestion : answer.strip());
        };
    }
}
