package dev.runside.cli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What still runs on a data folder though nobody keeps it: its keeper was killed. */
record Leftovers(DataFolder data, Consumer<String> tell) {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Stops it, the youngest first, and forgets it. */
    void stop() throws IOException {
        List<RunningProcess> alive =
                RunFile.find(data).map(RunFile::alive).orElse(List.of()).reversed();
        for (RunningProcess process : alive) {
            if (process.pid() != ProcessHandle.current().pid()) {
                tell.accept(
                        "Stopping the %s (process %d) that an earlier run left."
                                .formatted(process.name(), process.pid()));
                process.find().ifPresent(handle -> Stopping.stop(handle, LIMIT));
            }
        }
        Postmaster.find(data)
                .ifPresent(postmaster -> {
                    tell.accept(
                            "Stopping the database (process %d) that an earlier run left."
                                    .formatted(postmaster.process().pid()));
                    postmaster.stop();
                });
        Files.deleteIfExists(data.runFile());
    }
}
