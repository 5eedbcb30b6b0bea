package dev.runside.cli.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A {@code runside up} that goes on without its terminal. */
public record BackgroundRunside(Home home, DataFolder data) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Starts it, and returns when its agent runs: the last thing to start. */
    public RunFile start(List<String> arguments) throws IOException, InterruptedException {
        data.create();
        refuseWhenItRuns();
        LogTail tail = LogTail.fromNow(data.openLog("up"));
        JavaProgram program = new JavaProgram(home, "cli", home.asProperties(), arguments);
        Process keeper = program.start(data.log("up"));
        Instant deadline = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(deadline)) {
            if (keeper.waitFor(BETWEEN_LOOKS)) {
                throw new StartFailedException(tail.lastLines().replaceFirst("^runside: ", ""));
            }
            var complete = RunFile.find(data).filter(run -> isComplete(run, keeper));
            if (complete.isPresent()) {
                return complete.get();
            }
        }
        Stopping.stop(keeper.toHandle(), LIMIT);
        throw new StartFailedException("Not ready in time. See " + tail.log());
    }

    private static boolean isComplete(RunFile run, Process keeper) {
        return run.keeper().filter(kept -> kept.pid() == keeper.pid()).isPresent()
                && run.alive().stream().anyMatch(process -> process.name().equals("agent"));
    }

    /** By the lock, which the system lets go: what was killed may still look alive for a while. */
    private void refuseWhenItRuns() throws IOException {
        Optional<FolderLock> free = FolderLock.tryTake(data);
        if (free.isEmpty()) {
            throw StartFailedException.runsAlready(data);
        }
        free.get().close();
    }
}
