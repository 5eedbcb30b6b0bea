package dev.runside.cli;

import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Home;
import dev.runside.cli.local.PrivateFiles;
import dev.runside.cli.starter.Starter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "init",
        description = {
            "Writes a commented catalog for a product of yours, and what the agent may do for it.",
            "Asks for what no flag says, where there is a terminal."
        },
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    private final Interview interview;

    @Spec private CommandSpec spec;
    @Mixin private Output output;
    @Mixin private DataOption data;

    @Option(names = "--product", paramLabel = "NAME", description = "The product.")
    private @Nullable String product;

    @Option(names = "--hop", paramLabel = "NAME", description = "Its part that serves (web).")
    private @Nullable String hop;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description = "The service.name in its telemetry (the hop's name).")
    private @Nullable String service;

    @Option(names = "--person", paramLabel = "NAME", description = "Its owner (you).")
    private @Nullable String person;

    @Option(
            names = "--health",
            paramLabel = "URL",
            description = "Answers while it is well: http://… or tcp://HOST:PORT.")
    private @Nullable String health;

    @Option(
            names = "--command",
            arity = "1..*",
            paramLabel = "WORD",
            description = "How it is started: an absolute path and arguments; give it last.")
    private List<String> command = List.of();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where the catalog is written (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of("runside-catalog");

    @Option(names = "--force", description = "Replaces what is there.")
    private boolean force;

    InitCommand() {
        this(Interview.atTerminal());
    }

    InitCommand(Interview interview) {
        this.interview = interview;
    }

    @Override
    public Integer call() throws IOException {
        Starter starter = starter();
        DataFolder folder = data.folder(Home.current());
        Path catalog = directory.resolve("catalog.yaml");
        Path agent = folder.agent().resolve("agent.yaml");
        refuseToReplace(catalog);
        refuseToReplace(agent);
        Files.createDirectories(directory);
        Files.writeString(catalog, starter.catalog());
        PrivateFiles.createFolder(folder.path());
        PrivateFiles.createFolder(folder.agent());
        PrivateFiles.write(agent, starter.agent(folder.agent(), Path.of("").toAbsolutePath()));
        answer(catalog, agent);
        return 0;
    }

    private Starter starter() {
        String name = known(product, "Name of your product", "my-product", "--product NAME");
        String part = or(hop, "Its part that serves requests", "web");
        String telemetry = or(service, "Its service.name in OpenTelemetry", part);
        String owner = or(person, "Who owns it", FirstPersonName.fromUser());
        String address = or(health, "An address that answers while it is well, or none", "none");
        try {
            return new Starter(
                    owner,
                    name,
                    part,
                    telemetry,
                    Optional.of(address).filter(given -> !given.equals("none")),
                    command);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }

    private String known(@Nullable String flag, String question, String suggestion, String option) {
        return Optional.ofNullable(flag)
                .or(() -> interview.ask(question, suggestion))
                .orElseThrow(() ->
                        new ParameterException(
                                spec.commandLine(), "Say " + option + ": nobody can be asked"));
    }

    private String or(@Nullable String flag, String question, String suggestion) {
        return Optional.ofNullable(flag)
                .or(() -> interview.ask(question, suggestion))
                .orElse(suggestion);
    }

    private void refuseToReplace(Path file) throws IOException {
        if (Files.exists(file) && !force) {
            throw new IOException(file + " is there already; --force replaces it.");
        }
    }

    private void answer(Path catalog, Path agent) {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("catalog", catalog.toString());
        written.put("agent", agent.toString());
        output.answer(
                written,
                """
                Written:
                  %s   who owns what, what is measured, what heals
                  %s   what the agent watches and may do
                Look through both. Then:
                  runside up --background      (where it does not run yet)
                  runside apply -f %s\
                """
                        .formatted(catalog, agent, directory));
    }
}
