package dev.runside.agent.disk;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Replaces a file in one stroke: a reader, also after a crash, finds the old content or the new.
 */
public final class WholeFile {

    private WholeFile() {}

    /** Durable, and readable by its owner alone. */
    public static void writeSecret(Path file, String content) throws IOException {
        replace(file, content, "rw-------", true);
    }

    /** Readable by all; survives the writer's death, not necessarily the machine's. */
    public static void writeOpen(Path file, String content) throws IOException {
        replace(file, content, "rw-r--r--", false);
    }

    private static void replace(Path file, String content, String permissions, boolean durable)
            throws IOException {
        Path directory = directoryOf(file);
        Path draft = Files.createTempFile(directory, "." + file.getFileName(), ".new");
        try {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(permissions));
            write(draft, content, durable);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        if (durable) {
            syncDirectory(directory);
        }
    }

    private static void write(Path draft, String content, boolean durable) throws IOException {
        // A stream and not a channel: an interrupt must not leave the file unwritten.
        try (FileOutputStream stream = new FileOutputStream(draft.toFile())) {
            stream.write(content.getBytes(StandardCharsets.UTF_8));
            if (durable) {
                stream.getFD().sync();
            }
        }
    }

    /** A rename is durable only once the directory that holds the name is. */
    public static void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes the directory, and the missing ones above it, for its owner alone. */
    public static void createPrivateDirectory(Path directory) throws IOException {
        FileAttribute<?> ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(directory, ownerOnly);
    }

    private static Path directoryOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " is not a file");
        }
        return parent;
    }
}
