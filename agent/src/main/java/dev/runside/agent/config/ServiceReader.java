package dev.runside.agent.config;

import dev.runside.agent.process.Health;
import dev.runside.agent.process.Launch;
import dev.runside.agent.step.Verb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one entry of {@code services}. */
record ServiceReader(Field field) {

    private static final Set<String> KNOWN =
            Set.of(
                    "name",
                    "hop",
                    "command",
                    "directory",
                    "environment",
                    "pidFile",
                    "logFile",
                    "health",
                    "may",
                    "grace");

    private static final Set<String> SCHEMES = Set.of("http", "https", "tcp", "tls", "dns");

    private static final Pattern HOP =
            Pattern.compile(
                    "(hop:NAME/NAME|system:NAME)".replace("NAME", "[A-Za-z0-9][A-Za-z0-9._-]*"));

    Service read() throws ConfigException {
        field.allowOnly(KNOWN);
        Service service =
                new Service(
                        field.fetch("name", "relay").text(),
                        hop(),
                        pidFiles(),
                        launches(),
                        health(),
                        may(),
                        grace());
        check(service);
        return service;
    }

    private void check(Service service) throws ConfigException {
        boolean starts = service.may().contains(Verb.START) || service.may().contains(Verb.RESTART);
        if (starts && service.launches().isEmpty()) {
            throw field.wrong("may be started and lacks command", "Add command and logFile.");
        }
        if (service.pidFiles().isEmpty() && !service.may().isEmpty()) {
            throw field.wrong("may be acted on and lacks pidFile", "Add pidFile: /path/to.pid.");
        }
        if (service.health().isCheck() && !service.pidFiles().isEmpty()) {
            throw field.wrong(
                    "asks for a certificate or a name, and not whether its process answers",
                    "Give that an entry of its own, without pidFile.");
        }
        if (service.pidFiles().isEmpty() && field.find("health").isEmpty()) {
            throw field.wrong("cannot be watched", "Add pidFile, health or both.");
        }
    }

    private String hop() throws ConfigException {
        Field hop = field.fetch("hop", "hop:mail/relay");
        if (!HOP.matcher(hop.text()).matches()) {
            throw hop.wrong(
                    "is not a hop", "Write hop:PRODUCT/NAME or system:NAME, as in the catalog.");
        }
        return hop.text();
    }

    private List<Path> pidFiles() throws ConfigException {
        Optional<Field> pidFile = field.find("pidFile");
        return pidFile.isPresent() ? List.of(pidFile.get().absolutePath()) : List.of();
    }

    private List<Launch> launches() throws ConfigException {
        Optional<Field> command = field.find("command");
        return command.isPresent() ? List.of(launch(command.get())) : List.of();
    }

    private Launch launch(Field command) throws ConfigException {
        List<String> words = new ArrayList<>();
        for (Field word : command.items()) {
            words.add(words.isEmpty() ? word.absolutePath().toString() : word.text());
        }
        if (words.isEmpty()) {
            throw command.wrong("is empty", "Begin it with the absolute path of a program.");
        }
        Optional<Field> directory = field.find("directory");
        Optional<Field> environment = field.find("environment");
        return new Launch(
                words,
                directory.isPresent() ? directory.get().absolutePath() : Path.of("/"),
                environment.isPresent() ? environment.get().texts() : Map.of(),
                field.fetch("logFile", "/var/log/relay.log").absolutePath());
    }

    private Health health() throws ConfigException {
        Optional<Field> health = field.find("health");
        return health.isPresent() ? health(health.get()) : Health.none();
    }

    private static Health health(Field address) throws ConfigException {
        try {
            return Health.of(address.uri(SCHEMES));
        } catch (IllegalArgumentException _) {
            throw address.wrong(
                    "is not known", "Write tls://host?days=14 or dns://name?has=192.0.2.1.");
        }
    }

    private Set<Verb> may() throws ConfigException {
        EnumSet<Verb> verbs = EnumSet.noneOf(Verb.class);
        Optional<Field> may = field.find("may");
        for (Field verb : may.isPresent() ? may.get().items() : List.<Field>of()) {
            verbs.add(
                    Verb.find(verb.text())
                            .orElseThrow(() ->
                                    verb.wrong(
                                            "is not known",
                                            "Known are status, restart, start, stop.")));
        }
        return verbs;
    }

    private Duration grace() throws ConfigException {
        Optional<Field> grace = field.find("grace");
        return grace.isPresent() ? grace.get().duration() : Duration.ofSeconds(3);
    }
}
