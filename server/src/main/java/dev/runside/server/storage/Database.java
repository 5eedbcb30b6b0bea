package dev.runside.server.storage;

import dev.runside.server.storage.postgres.DatabaseAddress;
import dev.runside.server.storage.postgres.EmbeddedPostgres;
import dev.runside.server.storage.postgres.Home;
import dev.runside.server.storage.postgres.Passwords;
import java.util.Optional;

/** The database of this server: its own, or one it was given. */
final class Database implements AutoCloseable {

    private final DatabaseAddress address;
    private final Optional<EmbeddedPostgres> embedded;

    private Database(DatabaseAddress address, Optional<EmbeddedPostgres> embedded) {
        this.address = address;
        this.embedded = embedded;
    }

    static Database open(StorageSettings settings, DataDirectory directory) {
        return settings.externalDatabase()
                .map(address -> new Database(address, Optional.empty()))
                .orElseGet(() -> openEmbedded(settings, directory));
    }

    DatabaseAddress address() {
        return address;
    }

    boolean embedded() {
        return embedded.isPresent();
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedPostgres::close);
    }

    private static Database openEmbedded(StorageSettings settings, DataDirectory directory) {
        var home =
                new Home(
                        directory.file("pg"),
                        settings.programsDirectory().toAbsolutePath().normalize(),
                        directory.file("log"),
                        directory.file("pg.port"));
        var passwords =
                new Passwords(
                        directory.secret("pg-setup").readOrWrite(RandomText::fresh),
                        directory.secret("pg-server").readOrWrite(RandomText::fresh));
        var postgres = EmbeddedPostgres.start(home, passwords);
        return new Database(postgres.address(), Optional.of(postgres));
    }
}
