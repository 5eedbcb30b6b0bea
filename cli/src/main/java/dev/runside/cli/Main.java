package dev.runside.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The {@code runside} command; {@code runside demo} is the one word that another program answers.
 */
@Command(
        name = "runside",
        description =
                "Runs what your company has built: signals in, one owner, the routine healed.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "  runside demo  starts a sample company to look at and to break (runside demo --help)."
        },
        subcommands = HelpCommand.class)
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
