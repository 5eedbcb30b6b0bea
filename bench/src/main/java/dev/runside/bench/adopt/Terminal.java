package dev.runside.bench.adopt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One shell in a fresh folder that looks like the checkout, with data and ports of its own. The
 * first command that fails ends it.
 */
final class Terminal implements AutoCloseable {

    private static final String OVER = "-- the block is over --";
    private static final List<String> LINKED = List.of("runside", "docs", "target", "estate");

    private final Path folder;
    private final Process shell;
    private final OutputStream in;
    private final BufferedReader out;
    private final AtomicBoolean closed = new AtomicBoolean();
    private int blocks;

    private Terminal(Path folder, Process shell) {
        this.folder = folder;
        this.shell = shell;
        this.in = shell.getOutputStream();
        this.out = shell.inputReader(StandardCharsets.UTF_8);
    }

    static Terminal in(Path folder, Path root) throws IOException {
        for (String part : LINKED) {
            Files.createSymbolicLink(folder.resolve(part), root.resolve(part));
        }
        ProcessBuilder builder =
                new ProcessBuilder("/bin/sh").directory(folder.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("RUNSIDE_"));
        environment.put("RUNSIDE_VAR", folder.resolve("var").toString());
        environment.put("RUNSIDE_PORT", "0");
        environment.put("RUNSIDE_OTLP_PORT", "0");
        environment.put("RUNSIDE_OTLP_GRPC_PORT", "0");
        environment.put("ESTATE", folder.resolve("greetings").toString());
        var terminal = new Terminal(folder, builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(terminal::closeWhenInterrupted));
        terminal.type("set -e");
        return terminal;
    }

    /** What the commands printed; they all succeeded. */
    String run(String commands, Duration limit) throws IOException {
        Path script = folder.resolve("block-" + ++blocks + ".sh");
        Files.writeString(script, commands + "\n");
        type(". ./" + script.getFileName() + " </dev/null");
        type("echo; echo '" + OVER + "'");
        CompletableFuture<Void> tooLong =
                CompletableFuture.runAsync(
                        this::endWhatRuns,
                        CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return readToEnd(commands);
        } finally {
            tooLong.cancel(false);
        }
    }

    private String readToEnd(String commands) throws IOException {
        var said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(OVER)) {
                return said.toString();
            }
            said.append(line).append('\n');
        }
        throw new IOException(
                "A command failed or took too long:\n" + commands + "\nSaid:\n" + said);
    }

    /** The command too: the end of what it says would be awaited without it. */
    private void endWhatRuns() {
        List<ProcessHandle> commands = shell.descendants().toList();
        shell.destroyForcibly();
        commands.forEach(ProcessHandle::destroy);
    }

    private void type(String line) throws IOException {
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    /**
     * Whatever was started by the commands is ended by a shell of its own: this one may be gone.
     */
    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        endWhatRuns();
        quietly("./runside", "down", "--data", folder.resolve("var/data").toString());
        quietly("estate/estate", "down", folder.resolve("greetings").toString());
    }

    private void closeWhenInterrupted() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void quietly(String... command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("end.log").toFile())
                        .start();
        try {
            process.waitFor(3, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
