package dev.runside.server.storage.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** The data of one PostgreSQL, made once: whole under its name, or not there at all. */
final class Cluster {

    static final String SUPERUSER = "runside_setup";
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);

    private final Path directory;

    private Cluster(Path directory) {
        this.directory = directory;
    }

    static Cluster at(Path directory, Program program, String superuserPassword) {
        var cluster = new Cluster(directory);
        if (!Files.exists(directory.resolve("PG_VERSION"))) {
            try {
                cluster.create(program, superuserPassword);
            } catch (IOException e) {
                throw new UncheckedIOException("No cluster could be made at " + directory, e);
            }
        }
        return cluster;
    }

    Path directory() {
        return directory;
    }

    /** True once the server's role and database exist. */
    boolean rolesAreThere() {
        return Files.exists(rolesMark());
    }

    void markRolesThere() {
        try {
            Files.createFile(rolesMark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path rolesMark() {
        return directory.resolve("runside.roles");
    }

    private void create(Program program, String superuserPassword) throws IOException {
        var staging = directory.resolveSibling(directory.getFileName() + ".new");
        if (Files.exists(staging)) {
            Archive.delete(staging);
        }
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var passwordFile = Files.createTempFile(directory.getParent(), "initdb-", "", ownerOnly);
        try {
            Files.writeString(passwordFile, superuserPassword + "\n");
            initialise(program, staging, passwordFile);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(staging, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void initialise(Program program, Path staging, Path passwordFile) {
        int exit =
                program.run(
                        INITDB_LIMIT,
                        "initdb",
                        "-D",
                        staging.toString(),
                        "-U",
                        SUPERUSER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-locale",
                        "--data-checksums",
                        "--no-instructions");
        if (exit != 0) {
            throw new PostgresFailure("initdb failed with " + exit + "; see " + program.log());
        }
    }
}
