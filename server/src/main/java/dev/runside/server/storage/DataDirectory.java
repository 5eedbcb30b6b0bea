package dev.runside.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The directory that holds everything of this installation; only its owner may enter. */
public record DataDirectory(Path root) {

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    static DataDirectory make(Path root) {
        var directory = new DataDirectory(root);
        makePrivate(directory.root);
        makePrivate(directory.root.resolve("secret"));
        return directory;
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    /** A secret that is part of the installation: {@code DIR/secret/NAME}. */
    public SecretFile secret(String name) {
        return new SecretFile(root.resolve("secret").resolve(name));
    }

    /** A secret that waits to be fetched by a person: {@code DIR/NAME}. */
    public SecretFile handout(String name) {
        return new SecretFile(root.resolve(name));
    }

    private static void makePrivate(Path path) {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + path + " cannot be made", e);
        }
    }
}
