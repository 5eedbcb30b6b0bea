package dev.runside.server.api.incident;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.runside.core.catalog.Action;
import dev.runside.core.catalog.Action.Verb;
import dev.runside.server.problem.Input;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person wants an agent to do: a verb on a service, or a program. */
record Exec(Action action, Duration timeout) {

    private static final int LONGEST_SECONDS = 600;
    private static final int USUAL_SECONDS = 30;
    private static final int MOST_ARGUMENTS = 100;
    private static final int LONGEST_ARGUMENT = 1_000;

    /** As in {@code {"service": "restart", "name": "mail-relay"}}. */
    @JsonCreator
    static Exec of(
            @Nullable String service,
            @Nullable String name,
            @Nullable List<String> command,
            @Nullable Integer timeoutSeconds) {
        int seconds = timeoutSeconds == null ? USUAL_SECONDS : timeoutSeconds;
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw Input.wrong("timeoutSeconds", "must be from 1 to " + LONGEST_SECONDS);
        }
        if ((service == null) == (command == null)) {
            throw Input.wrong("service", "or command must be there, and not both");
        }
        Action action = service == null ? command(command) : service(service, name);
        return new Exec(action, Duration.ofSeconds(seconds));
    }

    private static Action service(String verb, @Nullable String name) {
        Input.required(name, "name");
        return new Action.Service(
                verb(verb).orElseThrow(() -> Input.wrong("service", "must be one of " + words())),
                bounded(name, "name"));
    }

    private static Optional<Verb> verb(String word) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static String words() {
        return Arrays.stream(Verb.values())
                .map(verb -> verb.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static Action command(List<String> argv) {
        if (argv.isEmpty() || argv.size() > MOST_ARGUMENTS) {
            throw Input.wrong(
                    "command", "must be a program and at most %d words".formatted(MOST_ARGUMENTS));
        }
        return new Action.Command(
                argv.stream().map(argument -> bounded(argument, "command")).toList());
    }

    private static String bounded(@Nullable String text, String field) {
        if (text == null || text.length() > LONGEST_ARGUMENT || text.indexOf('\0') >= 0) {
            throw Input.wrong(
                    field, "must be a text of at most %d characters".formatted(LONGEST_ARGUMENT));
        }
        return text;
    }
}
