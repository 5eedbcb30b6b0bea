package dev.runside.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The agent as users run it: a process of its own. */
final class AgentProcess implements AutoCloseable {

    private final Process process;
    private final Path log;

    private AgentProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static AgentProcess start(Path data, FakeServer server) throws IOException {
        Path token = data.resolve("enroll-token");
        if (!Files.exists(data.resolve("key"))) {
            Files.writeString(token, FakeServer.TOKEN);
        }
        return start(data, "--data", data.toString(), "--server", server.uri().toString());
    }

    static AgentProcess start(Path data, String... arguments) throws IOException {
        Path log = data.resolve("agent.log");
        ProcessBuilder builder =
                new ProcessBuilder(
                                SmallService.java(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.command().addAll(java.util.List.of(arguments));
        return new AgentProcess(builder.start(), log);
    }

    long pid() {
        return process.pid();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    int exit() throws InterruptedException {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("the agent did not end");
        }
        return process.exitValue();
    }

    /** SIGKILL: nothing is written, nothing is closed. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exit();
    }

    /** SIGTERM. */
    @Override
    public void close() {
        process.destroy();
        try {
            exit();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
