package dev.runside.bench.heal.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What heals starts a service through: it writes the moment down, then becomes the service. Whoever
 * starts one without it leaves no trace, so that every line is a remedy.
 */
final class Launcher {

    private static final String SCRIPT =
            """
            #!/bin/sh
            # launch STAMPS PROGRAM ARGUMENT...
            date +%s%N >>"$1"
            shift
            exec "$@"
            """;

    private Launcher() {}

    static Path write(Path folder) throws IOException {
        return executable(folder.resolve("launch"), SCRIPT);
    }

    /** A script that only its owner can read, change and run. */
    static Path executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }
}
