package dev.runside.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** How long somebody at a terminal waits. */
final class Patience {

    private Patience() {}

    /**
     * @param text as 60s, 2m or 1h
     */
    static Duration of(String text, CommandSpec command) {
        try {
            return Duration.parse("PT" + text);
        } catch (DateTimeParseException e) {
            throw new ParameterException(command.commandLine(), "--wait: write it as 60s or 2m", e);
        }
    }
}
