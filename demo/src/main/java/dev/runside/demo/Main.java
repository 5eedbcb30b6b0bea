package dev.runside.demo;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code runside demo} command. */
@Command(
        name = "runside demo",
        description = "A sample company: real processes, real traffic, real faults.",
        mixinStandardHelpOptions = true)
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
