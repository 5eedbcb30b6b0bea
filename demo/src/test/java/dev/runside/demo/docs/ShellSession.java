package dev.runside.demo.docs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One shell, as a newcomer's terminal: it keeps its variables from one block to the next. The first
 * command that fails ends it, and the test with it.
 */
final class ShellSession implements AutoCloseable {

    private static final String OVER = "-- the block is over --";

    /** What of the checkout the documents' commands use. */
    private static final List<String> LINKED = List.of("runside", "docs", "target");

    private final Path folder;
    private final Process shell;
    private final OutputStream in;
    private final BufferedReader out;
    private int blocks;

    private ShellSession(Path folder, Process shell) {
        this.folder = folder;
        this.shell = shell;
        this.in = shell.getOutputStream();
        this.out = shell.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * A shell in a fresh folder that looks like the checkout and keeps data and ports of its own.
     */
    static ShellSession in(Path folder, Map<String, String> more) throws IOException {
        Path root = Path.of(System.getProperty("runside.root")).toAbsolutePath().normalize();
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
        environment.putAll(more);
        ShellSession session = new ShellSession(folder, builder.start());
        session.type("set -e");
        return session;
    }

    /** What the commands printed; they all succeeded. */
    String run(String commands, Duration limit) throws IOException {
        Path script = folder.resolve("block-" + ++blocks + ".sh");
        Files.writeString(script, commands + "\n");
        type(". ./" + script.getFileName() + " </dev/null");
        type("echo; echo '" + OVER + "'");
        var tooLong =
                CompletableFuture.runAsync(
                        this::endWhatRuns,
                        CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
        String said = readToEnd(commands);
        tooLong.cancel(false);
        return said;
    }

    private String readToEnd(String commands) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(OVER)) {
                return said.toString();
            }
            said.append(line).append('\n');
        }
        throw new AssertionError(
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

    @Override
    public void close() throws IOException {
        shell.destroyForcibly();
        for (String part : LINKED) {
            Files.deleteIfExists(folder.resolve(part));
        }
    }
}
