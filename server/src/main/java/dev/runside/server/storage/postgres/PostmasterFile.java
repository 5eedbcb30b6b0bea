package dev.runside.server.storage.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a postmaster writes about itself into {@code postmaster.pid}: its process, and whether it
 * takes connections.
 */
record PostmasterFile(long process, boolean ready) {

    private static final int STATUS_LINE = 7;

    static Path in(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Empty where there is no such file, or one that is still being written. */
    static Optional<PostmasterFile> read(Path cluster) {
        try {
            return parse(Files.readAllLines(in(cluster)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    static Optional<PostmasterFile> parse(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        boolean ready =
                lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        return Optional.of(new PostmasterFile(Long.parseLong(lines.getFirst().strip()), ready));
    }
}
