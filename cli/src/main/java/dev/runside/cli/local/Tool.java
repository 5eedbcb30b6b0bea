package dev.runside.cli.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A program of this installation that does one thing in the foreground and ends. */
public record Tool(Home home, String module, String mainClass) {

    /** Of the machine's memory: a recording is held in it as a whole. */
    private static final String HEAP = "-XX:MaxRAMPercentage=50";

    /** Returns how it ended; what it says goes where this process says it. */
    public int run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.java().toString());
        command.addAll(
                List.of("-XX:+UseParallelGC", HEAP, "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-cp", home.jar(module).toString()));
        command.add(mainClass);
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).inheritIO().start();
        Thread end = Thread.ofPlatform().unstarted(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        int exit = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(end);
        return exit;
    }
}
