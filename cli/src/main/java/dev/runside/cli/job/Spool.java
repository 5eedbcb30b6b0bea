package dev.runside.cli.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reports that wait to be told, a file each, the oldest first. Bounded: when it is full the oldest
 * is given up.
 */
final class Spool {

    static final int MOST = 1_000;

    private final Path folder;

    Spool(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    void add(Report report) throws IOException {
        List<Path> waiting = waiting();
        for (Path old : waiting.subList(0, Math.max(0, waiting.size() - MOST + 1))) {
            Files.deleteIfExists(old);
        }
        String name =
                "%015d-%s".formatted(report.time().toEpochMilli(), report.id().replace('/', '-'));
        Path staging =
                Files.createTempFile(
                        folder,
                        ".",
                        "",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(staging, report.json());
        Files.move(staging, folder.resolve(name + ".json"), StandardCopyOption.ATOMIC_MOVE);
    }

    List<Path> waiting() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
