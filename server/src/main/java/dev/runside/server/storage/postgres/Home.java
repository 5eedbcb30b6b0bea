package dev.runside.server.storage.postgres;

import java.nio.file.Path;

/**
 * Where an embedded PostgreSQL lives.
 *
 * @param cluster its data
 * @param binaries where its programs are unpacked; may be shared
 * @param logs the directory for what it says
 * @param portFile the port it keeps from one start to the next
 */
public record Home(Path cluster, Path binaries, Path logs, Path portFile) {

    public Home {
        if (!cluster.isAbsolute()
                || !binaries.isAbsolute()
                || !logs.isAbsolute()
                || !portFile.isAbsolute()) {
            throw new IllegalArgumentException("The paths of PostgreSQL must be absolute");
        }
    }
}
