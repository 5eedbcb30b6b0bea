package dev.runside.agent.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts a process that outlives its starter: in a session of its own, so that neither the end of
 * the terminal nor its Ctrl-C reaches it, with no pipe back to the starter. Where there is no
 * {@code setsid} (macOS) it stays in the starter's session.
 */
final class Detached {

    /** Says for which pid file a process was started, also before that file is written. */
    static final String MARK = "RUNSIDE_PID_FILE";

    private static final Optional<String> SETSID =
            Stream.of("/usr/bin/setsid", "/bin/setsid")
                    .filter(path -> Files.isExecutable(Path.of(path)))
                    .findFirst();

    private Detached() {}

    static Process start(Launch launch, Path pidFile) throws IOException {
        Files.createDirectories(parent(launch.logFile()));
        ProcessBuilder builder =
                new ProcessBuilder(inOwnSession(launch.command()))
                        .directory(launch.directory().toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(launch.logFile().toFile()));
        Map<String, String> environment = new HashMap<>(launch.environment());
        environment.put(MARK, pidFile.toString());
        Environment.set(builder, environment);
        return builder.start();
    }

    static String mark(Path pidFile) {
        return MARK + "=" + pidFile;
    }

    /** {@code setsid} becomes the command itself, so the pid stays the same. */
    private static List<String> inOwnSession(List<String> command) {
        List<String> words = new ArrayList<>();
        SETSID.ifPresent(words::add);
        words.addAll(command);
        return words;
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " lies in no directory");
        }
        return parent;
    }
}
