package dev.runside.server.intake.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of Debian's packages prometheus and prometheus-alertmanager. */
public record Tool(Path program) {

    private static final int PATIENCE_SECONDS = 30;

    public static Tool named(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Tool::new)
                .orElseThrow(() ->
                        new AssertionError(
                                name
                                        + " is not on the PATH: this test needs the packages"
                                        + " prometheus and prometheus-alertmanager"));
    }

    public record Said(int exit, String text) {}

    /** Runs it to its end. */
    public Said run(List<String> arguments) throws IOException, InterruptedException {
        Process process = start(arguments, ProcessBuilder.Redirect.PIPE);
        String text = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    public Process start(List<String> arguments, ProcessBuilder.Redirect output)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
    }
}
