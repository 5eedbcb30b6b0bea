package dev.runside.server.storage.postgres;

import dev.runside.server.FreshDataDirectory;
import java.util.Map;

/** A PostgreSQL that a server under test is given as its external one. */
public final class TestPostgres implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private TestPostgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    public static TestPostgres start() {
        var home = LonePostgres.home(FreshDataDirectory.make());
        return new TestPostgres(EmbeddedPostgres.start(home, LonePostgres.passwords()));
    }

    /** What a server's environment says to use it. */
    public Map<String, String> environment() {
        DatabaseAddress address = postgres.address();
        return Map.of(
                "RUNSIDE_DB_URL", address.url(),
                "RUNSIDE_DB_USER", address.user(),
                "RUNSIDE_DB_PASSWORD", address.password());
    }

    @Override
    public void close() {
        postgres.close();
    }
}
