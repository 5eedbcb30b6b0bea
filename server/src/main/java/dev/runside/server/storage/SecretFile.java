package dev.runside.server.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;

/** A file that only its owner may read, written whole or not at all. */
public record SecretFile(Path path) {

    public Optional<String> read() {
        try {
            return Files.exists(path)
                    ? Optional.of(Files.readString(path).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(String secret) {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            var staging =
                    Files.createTempFile(path.getParent(), path.getFileName() + ".", "", ownerOnly);
            Files.writeString(staging, secret + "\n");
            Files.move(
                    staging,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret file " + path + " cannot be written", e);
        }
    }

    /** What is kept; made now when there is nothing yet. */
    public String readOrWrite(Supplier<String> fresh) {
        return read().orElseGet(() -> {
            String secret = fresh.get();
            write(secret);
            return secret;
        });
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The secret file " + path + " cannot be deleted", e);
        }
    }
}
