package dev.runside.cli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Stops what another process keeps running on a data folder. */
public record StopFromOutside(DataFolder data, Consumer<String> tell) {

    private static final Duration KEEPER_LIMIT = Duration.ofSeconds(40);

    /** What was alive and is now gone. */
    public List<RunningProcess> stop() throws IOException {
        if (!Files.isDirectory(data.path())) {
            return List.of();
        }
        List<RunningProcess> alive = RunFile.find(data).map(RunFile::alive).orElse(List.of());
        alive.stream()
                .filter(process -> process.name().equals(RunFile.KEEPER))
                .flatMap(process -> process.find().stream())
                .forEach(keeper -> Stopping.stop(keeper, KEEPER_LIMIT));
        new Leftovers(data, tell).stop();
        return alive;
    }
}
