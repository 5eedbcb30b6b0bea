package dev.runside.cli;

import dev.runside.cli.client.RefusedException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParseResult;

/**
 * The {@code runside} command; {@code runside demo} is the one word that another program answers.
 */
@Command(
        name = "runside",
        description =
                "Runs what your company has built: signals in, one owner, the routine healed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "runside demo starts a sample company to look at and to break.",
            "For a product of your own: docs/guide/first-product.md, ten minutes.",
            "",
            "RUNSIDE_VAR says where the folders data and demo lie (default: var of the installation);",
            "RUNSIDE_PORT, RUNSIDE_OTLP_PORT and RUNSIDE_OTLP_GRPC_PORT say the ports (0: any that is free);",
            "RUNSIDE_URL and RUNSIDE_TOKEN name a Runside elsewhere."
        },
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            PrepareCommand.class,
            InitCommand.class,
            ApplyCommand.class,
            ServiceCommand.class,
            JobCommand.class,
            FlowsCommand.class,
            BudgetsCommand.class,
            OwnerCommand.class,
            IncidentsCommand.class,
            IncidentCommand.class,
            AckCommand.class,
            ResolveCommand.class,
            HoldCommand.class,
            LoginCommand.class,
            ConnectCommand.class,
            SourcesCommand.class,
            ReplayCommand.class,
            TokenCommand.class,
            AdminCommand.class,
            HelpCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::explain);
    }

    /** What a person can mend is said in a sentence; what they cannot comes with its stack. */
    static int explain(Exception problem, CommandLine command, ParseResult arguments)
            throws Exception {
        if (problem instanceof IOException broken) {
            if (arguments.expandedArgs().contains("--json")) {
                command.getOut().println(RefusedException.documentOf(broken).toPrettyString());
            }
            command.getErr()
                    .println("runside: " + Output.printable(String.valueOf(problem.getMessage())));
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        throw problem;
    }
}
