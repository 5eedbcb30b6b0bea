package dev.runside.cli;

import dev.runside.cli.client.RefusedException;
import dev.runside.cli.launcher.Typed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

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
            "With the Prometheus that you have: docs/guide/first-hour.md.",
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
            AlertsCommand.class,
            OwnerCommand.class,
            IncidentsCommand.class,
            IncidentCommand.class,
            AckCommand.class,
            ExecCommand.class,
            ResolveCommand.class,
            RunbookCommand.class,
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
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::explain)
                .setParameterExceptionHandler(Main::correct);
    }

    /** What was wrong, and where the options are explained: a page of them would hide it. */
    private static int correct(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("runside: " + Output.printable(String.valueOf(wrong.getMessage())));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        String words = command.getCommandSpec().qualifiedName().replaceFirst("^runside ?", "");
        err.println("What it takes: " + Typed.command((words + " --help").strip()));
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** The exceptions of files say no more than the file's name. */
    private static String words(IOException broken) {
        String said = String.valueOf(broken.getMessage());
        return switch (broken) {
            case NoSuchFileException _ -> "There is no " + said + ".";
            case AccessDeniedException _ -> said + " may not be read or written by you.";
            case FileAlreadyExistsException _ -> said + " is there already.";
            default -> said;
        };
    }

    /** What a person can mend is said in a sentence; what they cannot comes with its stack. */
    static int explain(Exception problem, CommandLine command, ParseResult arguments)
            throws Exception {
        if (problem instanceof IOException broken) {
            if (arguments.expandedArgs().contains("--json")) {
                command.getOut().println(RefusedException.documentOf(broken).toPrettyString());
            }
            command.getErr().println("runside: " + Output.printable(words(broken)));
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        throw problem;
    }
}
