package dev.runside.cli;

import dev.runside.cli.launcher.Typed;
import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Home;
import dev.runside.cli.local.PrivateFiles;
import dev.runside.cli.starter.Codeowners;
import dev.runside.cli.starter.OwnedStarter;
import dev.runside.cli.starter.Starter;
import dev.runside.cli.starter.Telemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
            names = "--metric",
            paramLabel = "NAME",
            description =
                    "A metric of its telemetry that counts requests by status, as http.server.request.duration (with --health: the health checks are counted).")
    private @Nullable String metric;

    @Option(
            names = "--command",
            arity = "1..*",
            paramLabel = "WORD",
            description = "How it is started from here: a program and its arguments; give it last.")
    private List<String> command = List.of();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where the catalog is written (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of("runside-catalog");

    @Option(
            names = "--from",
            paramLabel = "CODEOWNERS",
            description =
                    "Takes people, parts and owners from a repository's CODEOWNERS; writes the catalog alone, nothing for an agent.")
    private @Nullable Path codeowners;

    @Option(
            names = "--path",
            paramLabel = "PART",
            split = ",",
            description = "With --from: what a request passes, in its order (all of them).")
    private List<String> path = List.of();

    @Option(names = "--force", description = "Replaces what is there.")
    private boolean force;

    InitCommand() {
        this(Interview.atTerminal());
    }

    InitCommand(Interview interview) {
        this.interview = interview;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (codeowners != null) {
            return fromCodeowners(codeowners);
        }
        Starter starter = starter();
        DataFolder folder = data.folder(Home.current());
        Path catalog = directory.resolve("catalog.yaml");
        Path agent = folder.agent().resolve("agent.yaml");
        refuseToReplace(catalog);
        refuseToReplace(agent);
        boolean replaces = Files.exists(catalog);
        Optional<Telemetry> telemetry = new ProductTelemetry(folder).fetch(starter.product());
        Files.createDirectories(directory);
        Files.writeString(catalog, starter.catalog());
        PrivateFiles.createFolder(folder.path());
        PrivateFiles.createFolder(folder.agent());
        Path here = Path.of("").toAbsolutePath();
        PrivateFiles.write(agent, starter.agent(folder.agent(), here, telemetry));
        answer(catalog, agent, nextSteps(starter, telemetry.isPresent(), replaces));
        return 0;
    }

    private Integer fromCodeowners(Path file) throws IOException {
        String name = known(product, "Name of your product", "my-product", "--product NAME");
        Path catalog = directory.resolve("catalog.yaml");
        refuseToReplace(catalog);
        OwnedStarter owned = owned(name, Codeowners.of(Files.readAllLines(file)));
        Files.createDirectories(directory);
        Files.writeString(catalog, owned.catalog());
        String next = Typed.command("apply -f " + Typed.word(directory));
        output.answer(
                Map.of("catalog", catalog.toString(), "next", List.of(next)),
                "Written: %s   who owns what, from %s\nLook through it. Then:\n  %s"
                        .formatted(catalog, file, next));
        return 0;
    }

    private OwnedStarter owned(String name, Codeowners owners) {
        try {
            return new OwnedStarter(name, owners, path);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
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
                    Optional.ofNullable(metric),
                    fromHere(command));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }

    private static List<String> fromHere(List<String> command) {
        if (command.isEmpty()) {
            return command;
        }
        List<String> words = new ArrayList<>(command);
        String program = command.getFirst();
        words.set(
                0,
                ProgramPath.here()
                        .find(program)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "command: there is no program '" + program + "'"))
                        .toString());
        return words;
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

    /**
     * @param replaces whether what the files said before may be in force, and must go
     */
    private List<String> nextSteps(Starter starter, boolean runs, boolean replaces) {
        List<String> steps = new ArrayList<>();
        if (!runs) {
            steps.add(Typed.command("up --background"));
        }
        String prune = replaces ? " --prune" : "";
        steps.add(Typed.command("apply -f " + Typed.word(directory) + prune));
        if (!starter.command().isEmpty()) {
            steps.add(Typed.command("service start " + starter.service()));
        }
        return steps;
    }

    private void answer(Path catalog, Path agent, List<String> next) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("catalog", catalog.toString());
        written.put("agent", agent.toString());
        written.put("next", next);
        output.answer(
                written,
                """
                Written:
                  %s   who owns what, what is measured, what heals
                  %s   what the agent watches and may do
                Look through both. Then:
                  %s\
                """
                        .formatted(catalog, agent, String.join("\n  ", next)));
    }
}
