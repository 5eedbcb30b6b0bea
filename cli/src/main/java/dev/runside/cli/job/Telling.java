package dev.runside.cli.job;

import dev.runside.cli.client.RefusedException;
import dev.runside.cli.client.ServerApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Tells what waits, the oldest first, until one is not taken. Each has an id of its own, so that
 * one told twice, by two jobs at once, counts once.
 */
final class Telling {

    private final Spool spool;
    private final ServerApi server;

    Telling(Spool spool, ServerApi server) {
        this.spool = spool;
        this.server = server;
    }

    /** What the server will never take is let go, and said. */
    void go() throws IOException, InterruptedException {
        for (Path file : spool.waiting()) {
            try {
                server.postText("/api/v1/signals", Files.readString(file));
            } catch (NoSuchFileException _) {
                continue;
            } catch (RefusedException refused) {
                if (refused.status() != 400 && refused.status() != 413) {
                    throw refused;
                }
                System.err.println("runside: a report is let go: " + refused.getMessage());
            }
            Files.deleteIfExists(file);
        }
    }
}
