package dev.runside.demo.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that stays until it is stopped: the shell starts it in the background. A shell without
 * a terminal has it ignore Ctrl-C's signal, so it is stopped by the other one, which means the
 * same.
 */
final class Standing implements AutoCloseable {

    private static final String READY = "Started in";

    private final ShellSession shell;
    private final String command;
    private final Path log;
    private final List<ProcessHandle> family = new ArrayList<>();

    Standing(ShellSession shell, String command, Path log) {
        this.shell = shell;
        this.command = command;
        this.log = log;
    }

    /** Returns when it says that it is ready. */
    void start(Duration limit) throws IOException {
        String said =
                shell.run(
                        """
                        %s >%s 2>&1 &
                        echo "pid $!"
                        while ! grep -q '%s' %s && kill -0 $!; do sleep 0.2; done
                        """
                                .formatted(command, log, READY, log),
                        limit);
        assertThat(log).content().contains(READY);
        long pid =
                Long.parseLong(said.lines().findFirst().orElseThrow().substring("pid ".length()));
        ProcessHandle first = ProcessHandle.of(pid).orElseThrow();
        family.add(first);
        first.descendants().forEach(family::add);
    }

    /** Returns when it has ended, and has left no process that it had started by itself. */
    void stop(Duration limit) throws IOException {
        if (family.isEmpty()) {
            return;
        }
        assertThat(family).as("a whole company").hasSizeGreaterThan(5);
        shell.run("kill %1$d; wait %1$d || true".formatted(family.getFirst().pid()), limit);
        assertThat(family).as(Files.readString(log)).noneMatch(ProcessHandle::isAlive);
        family.clear();
    }

    /** Whatever a failed test has left. */
    @Override
    public void close() {
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
