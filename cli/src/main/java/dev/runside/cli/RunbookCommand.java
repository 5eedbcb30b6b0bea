package dev.runside.cli;

import dev.runside.cli.launcher.Typed;
import dev.runside.cli.story.ProposalStory;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "runbook",
        description = "Shows runbooks that were drafted from what people did, and decides on them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RunbookCommand.Proposals.class,
            RunbookCommand.Proposal.class,
            RunbookCommand.Promote.class,
            RunbookCommand.Dismiss.class
        })
final class RunbookCommand implements Runnable {

    private static final String PATH = "/api/v1/proposals";

    @Spec private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(), "Say what: " + Typed.command("runbook proposals"));
    }

    /** Which proposal a command is about. */
    static final class Name {

        @Parameters(paramLabel = "NAME", description = "The drafted runbook's name.")
        private String name = "";

        Resource resource() {
            return Resource.of(PATH, name, "runbook proposals");
        }
    }

    @Command(
            name = "proposals",
            description = "Lists drafted runbooks, the newest first.",
            mixinStandardHelpOptions = true)
    static final class Proposals implements Callable<Integer> {

        @Mixin private Output output;
        @Mixin private Connection connection;

        @Override
        public Integer call() throws IOException, InterruptedException {
            JsonNode page = connection.open().get(PATH);
            output.answer(page, words(page.path("items")));
            return 0;
        }

        private static String words(JsonNode items) {
            return items.isEmpty()
                    ? "None yet: the third incident that ends alike drafts one. What you do is recorded with: "
                            + Typed.command("exec")
                    : items.valueStream().map(Proposals::line).collect(Collectors.joining("\n"));
        }

        private static String line(JsonNode item) {
            return "%-40s  %-9s  %s, from %s"
                    .formatted(
                            item.path("name").asString(),
                            item.path("state").asString(),
                            item.path("owner").asString(),
                            item.path("incidents")
                                    .valueStream()
                                    .map(number -> "#" + number.asLong())
                                    .collect(Collectors.joining(", ")));
        }
    }

    @Command(
            name = "proposal",
            description =
                    "Shows a drafted runbook: what it was learnt of, what it would have done in the last 30 days, its definition.",
            mixinStandardHelpOptions = true)
    static final class Proposal implements Callable<Integer> {

        @Mixin private Output output;
        @Mixin private Connection connection;
        @Mixin private Name name;

        @Override
        public Integer call() throws IOException, InterruptedException {
            JsonNode proposal = name.resource().get(connection.open());
            output.answer(proposal, ProposalStory.words(proposal));
            return 0;
        }
    }

    @Command(
            name = "promote",
            description = "Makes a drafted runbook a definition that is in force.",
            mixinStandardHelpOptions = true)
    static final class Promote implements Callable<Integer> {

        @Mixin private Output output;
        @Mixin private Connection connection;
        @Mixin private Name name;

        @Option(
                names = "--stage",
                paramLabel = "STAGE",
                description =
                        "observe: it says what it would do; act: it acts alone, for which its trial must be clean (default: ${DEFAULT-VALUE}).",
                defaultValue = "act")
        private String stage;

        @Override
        public Integer call() throws IOException, InterruptedException {
            JsonNode proposal =
                    name.resource().post(connection.open(), "promote", Map.of("stage", stage));
            output.answer(
                    proposal,
                    "%s is in force: %s"
                            .formatted(
                                    proposal.path("name").asString(),
                                    proposal.at("/decided/reason").asString()));
            return 0;
        }
    }

    @Command(
            name = "dismiss",
            description = "Turns a drafted runbook down; it is not drafted again.",
            mixinStandardHelpOptions = true)
    static final class Dismiss implements Callable<Integer> {

        @Mixin private Output output;
        @Mixin private Connection connection;
        @Mixin private Name name;

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                required = true,
                description = "Why, for whoever reads the record.")
        private String reason;

        @Override
        public Integer call() throws IOException, InterruptedException {
            JsonNode proposal =
                    name.resource().post(connection.open(), "dismiss", Map.of("reason", reason));
            output.answer(proposal, proposal.path("name").asString() + " is dismissed");
            return 0;
        }
    }
}
