package dev.runside.demo;

import dev.runside.cli.client.RefusedException;
import dev.runside.demo.command.DemoCommand;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The {@code runside demo} command. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        System.exit(
                new CommandLine(new DemoCommand())
                        .setExecutionExceptionHandler(Main::explain)
                        .execute(arguments));
    }

    /** What a person can mend is said in a sentence; what they cannot comes with its stack. */
    private static int explain(Exception problem, CommandLine command, ParseResult arguments)
            throws Exception {
        if (problem instanceof IOException broken) {
            if (arguments.expandedArgs().contains("--json")) {
                command.getOut().println(RefusedException.documentOf(broken).toPrettyString());
            }
            command.getErr().println("runside: " + problem.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        throw problem;
    }
}
