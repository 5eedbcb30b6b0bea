package dev.runside.cli.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process that is started again when it ends unasked, a little later each time.
 *
 * <p>{@link #keep} begins that; until then an end is an end. One virtual thread waits for the
 * process; {@link #close} may come from any thread.
 */
final class KeptProcess implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final JavaProgram program;
    private final DataFolder data;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Process process;

    private KeptProcess(JavaProgram program, DataFolder data) throws IOException {
        this.program = program;
        this.data = data;
        this.process = program.start(data.openLog(program.module()));
    }

    static KeptProcess start(JavaProgram program, DataFolder data) throws IOException {
        return new KeptProcess(program, data);
    }

    String name() {
        return program.module();
    }

    Path log() {
        return data.log(program.module());
    }

    Process process() {
        return process;
    }

    RunningProcess running() {
        return RunningProcess.of(program.module(), process.toHandle());
    }

    /** From now on the process is started again; {@code tell} hears of each end and each start. */
    void keep(Consumer<String> tell, Runnable onStart) {
        Thread.ofVirtual().name("keep-" + name()).start(() -> keepOn(tell, onStart));
    }

    private void keepOn(Consumer<String> tell, Runnable onStart) {
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                Instant since = Instant.now();
                int code = process.waitFor();
                pause =
                        Duration.between(since, Instant.now()).compareTo(STEADY) > 0
                                ? FIRST_PAUSE
                                : pause;
                if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                tell.accept(
                        "The %s ended by itself (code %d); starting it again."
                                .formatted(name(), code));
                if (!startAgain(tell)) {
                    return;
                }
                onStart.run();
                pause = longer(pause);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean startAgain(Consumer<String> tell) {
        if (closing.getCount() == 0) {
            return false;
        }
        try {
            process = program.start(data.openLog(name()));
            return true;
        } catch (IOException e) {
            tell.accept("The %s cannot be started: %s".formatted(name(), e.getMessage()));
            return false;
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** Asks it to stop, and makes it stop after the limit. */
    @Override
    public void close() {
        synchronized (this) {
            closing.countDown();
        }
        Stopping.stop(process.toHandle(), program.stopLimit());
    }
}
