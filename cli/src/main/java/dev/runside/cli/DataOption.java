package dev.runside.cli;

import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Home;
import java.nio.file.Path;
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

    DataFolder folder(Home home) {
        return new DataFolder(folder == null ? home.defaultData() : folder);
    }
}
