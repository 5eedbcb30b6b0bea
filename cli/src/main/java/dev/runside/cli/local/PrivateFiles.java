package dev.runside.cli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that nobody but this user reads, from the moment they exist. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** Replaces the file in one step: a reader sees the old text or the new, never half of it. */
    public static void write(Path file, String text) throws IOException {
        Path half = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".half");
        try {
            Files.writeString(half, text);
            Files.move(
                    half,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
    }
}
