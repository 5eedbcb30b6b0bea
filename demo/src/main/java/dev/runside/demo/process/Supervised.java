package dev.runside.demo.process;

import dev.runside.agent.process.Environment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that is known by its pid file, whoever started it: the launcher, the agent or a deploy.
 *
 * @param command program and arguments, never a shell string
 * @param stop the signal that asks it to end
 */
public record Supervised(
        String name, List<String> command, Path pidFile, Path logFile, Signal stop) {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    public Supervised {
        command = List.copyOf(command);
    }

    /** Starts it and makes it the one the pid file names. */
    public ProcessHandle start() throws IOException {
        ProcessHandle started = spawn();
        own(started.pid());
        return started;
    }

    /**
     * Starts it beside the one the pid file names, in a session of its own: a Ctrl-C on the
     * terminal is for whoever watches over it.
     */
    public ProcessHandle spawn() throws IOException {
        Path folder = Objects.requireNonNull(logFile.getParent());
        Files.createDirectories(folder);
        ProcessBuilder builder =
                new ProcessBuilder(inOwnSession())
                        .directory(folder.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
        Environment.set(builder, Map.of());
        return builder.start().toHandle();
    }

    /** {@code setsid} becomes the command itself and keeps its pid; macOS has none. */
    private List<String> inOwnSession() {
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            words.add(SETSID.toString());
        }
        words.addAll(command);
        return words;
    }

    public void own(long pid) throws IOException {
        Files.createDirectories(Objects.requireNonNull(pidFile.getParent()));
        Path draft = pidFile.resolveSibling(pidFile.getFileName() + ".new");
        Files.writeString(draft, pid + "\n");
        Files.move(draft, pidFile, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The live process of the pid file; a number that another program has by now is not it. */
    public Optional<ProcessHandle> find() {
        try {
            long pid =
                    Long.parseLong(
                            Files.readString(pidFile).lines().findFirst().orElse("0").strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isOurs);
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            Instant written = Files.getLastModifiedTime(pidFile).toInstant();
            return process.info()
                    .startInstant()
                    .map(start -> !start.isAfter(written.plusSeconds(1)))
                    .orElse(true);
        } catch (IOException _) {
            return false;
        }
    }

    /** Asks it to end, and ends it by force when it has not within the time. */
    public void stop(Duration patience) {
        find().ifPresent(process -> end(process, patience));
    }

    public void end(ProcessHandle process, Duration patience) {
        stop.send(process.pid());
        Signal.CONTINUE.send(process.pid());
        if (!gone(process, patience)) {
            Signal.KILL.send(process.pid());
            gone(process, Duration.ofSeconds(5));
        }
    }

    private static boolean gone(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
