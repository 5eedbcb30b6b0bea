package dev.runside.agent;

import static java.lang.System.Logger.Level.WARNING;

import dev.runside.agent.disk.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is wrong with the configuration, for whoever asks how this machine is: a file beside it,
 * there as long as the fault is.
 */
record ConfigFault(Path file) {

    private static final System.Logger LOG = System.getLogger("runside.agent");

    static ConfigFault in(Path directory) {
        return new ConfigFault(directory.resolve("config-fault"));
    }

    void say(String fault) {
        try {
            WholeFile.writeOpen(file, fault + "\n");
        } catch (IOException e) {
            LOG.log(WARNING, "{0} cannot be written: {1}", file, e.getMessage());
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(WARNING, "{0} cannot be removed: {1}", file, e.getMessage());
        }
    }
}
