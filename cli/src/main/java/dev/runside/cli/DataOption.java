package dev.runside.cli;

import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which data folder a command is about. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The data folder (default: var/data of the installation; RUNSIDE_VAR moves var).")
    private @Nullable Path folder;

    /** The folder given; else the one that runs; else the usual one. */
    DataFolder running(Home home) throws IOException {
        Optional<DataFolder> runs = folder == null ? home.runningData() : Optional.empty();
        return runs.orElse(folder(home));
    }

    DataFolder folder(Home home) {
        return new DataFolder(folder == null ? home.defaultData() : folder);
    }
}
