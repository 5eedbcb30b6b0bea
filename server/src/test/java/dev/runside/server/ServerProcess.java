package dev.runside.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A server in a process of its own, to be stopped, killed and started again. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final Process process;
    private final Path log;
    private final int port;

    private ServerProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts one on the data directory; returns before it is ready. */
    public static ServerProcess start(Path data, Map<String, String> environment)
            throws IOException {
        int port = freePort();
        Path log = Files.createTempFile(Files.createDirectories(data), "server-", ".log");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                RunsideServer.class.getName(),
                                "--runside.data=" + data,
                                "--runside.programs=" + FreshDataDirectory.programs(),
                                "--runside.otlp-port=0",
                                "--runside.otlp-grpc-port=0",
                                "--server.port=" + port));
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start(), log, port);
    }

    public int port() {
        return port;
    }

    public String output() throws IOException {
        return Files.readString(log);
    }

    public void awaitReady() throws Exception {
        await("ready", this::isReady);
    }

    public void awaitOutput(String text) throws Exception {
        await(text, () -> output().contains(text));
    }

    /** The epoch that it says it holds. */
    public long epoch() {
        var body = Wire.to(port).get("/health/ready").body();
        var found = Pattern.compile("holds epoch (\\d+)").matcher(body);
        if (!found.find()) {
            throw new AssertionError("No epoch in " + body);
        }
        return Long.parseLong(found.group(1));
    }

    /** As SIGKILL: it has no time to do anything. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As SIGTERM: it stops by itself. Returns how long that took. */
    public Duration stop() throws InterruptedException {
        long before = System.nanoTime();
        process.destroy();
        process.waitFor();
        return Duration.ofNanos(System.nanoTime() - before);
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("It did not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }

    private boolean isReady() {
        try (var _ = new java.net.Socket("127.0.0.1", port)) {
            return Wire.to(port).get("/health/ready").status() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(String what, Condition condition) throws Exception {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!condition.holds()) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new AssertionError("Not '" + what + "': " + output());
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
