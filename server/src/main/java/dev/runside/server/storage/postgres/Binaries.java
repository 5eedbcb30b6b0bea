package dev.runside.server.storage.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** PostgreSQL's programs, unpacked once into a directory named after the archive they came from. */
record Binaries(Path directory) {

    static Binaries unpackInto(Path home) {
        String archive = Platform.archive();
        URL resource = Binaries.class.getResource(archive);
        if (resource == null) {
            throw new PostgresFailure(
                    "PostgreSQL's programs are missing from the class path: " + archive);
        }
        try {
            return unpack(resource, home);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL's programs cannot be unpacked into " + home, e);
        }
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    private static Binaries unpack(URL resource, Path home) throws IOException {
        var target = home.resolve(name(resource));
        if (!Files.isDirectory(target)) {
            Files.createDirectories(home);
            var staging = Files.createTempDirectory(home, "unpacking-");
            try (InputStream archive = resource.openStream()) {
                Archive.unpack(archive, staging);
            }
            settle(staging, target);
        }
        return new Binaries(target);
    }

    /** The length tells one release from the next without reading the archive. */
    private static String name(URL resource) throws IOException {
        String file = resource.getPath().substring(resource.getPath().lastIndexOf('/') + 1);
        return file.replace(".txz", "") + "-" + resource.openConnection().getContentLengthLong();
    }

    /** Whole or not at all; two processes may unpack at once, and the first one wins. */
    private static void settle(Path staging, Path target) throws IOException {
        try {
            Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            Archive.delete(staging);
        }
    }
}
