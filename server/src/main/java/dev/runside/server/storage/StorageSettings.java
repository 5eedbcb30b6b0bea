package dev.runside.server.storage;

import dev.runside.server.storage.postgres.DatabaseAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param data the directory that holds everything of this installation
 * @param programs where PostgreSQL's programs are unpacked; in the data directory when not said
 * @param db an external database; the embedded one when its URL is empty
 */
@ConfigurationProperties("runside")
record StorageSettings(
        @DefaultValue("var/data") Path data,
        @DefaultValue("") String programs,
        @DefaultValue External db) {

    record External(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        @Override
        public String toString() {
            return "External[…]";
        }
    }

    Optional<DatabaseAddress> externalDatabase() {
        if (db.url().isBlank()) {
            return Optional.empty();
        }
        String url = db.url().strip().replaceFirst("^postgres(ql)?://", "jdbc:postgresql://");
        return Optional.of(new DatabaseAddress(url, db.user(), db.password()));
    }

    Path programsDirectory() {
        return programs.isBlank() ? data.resolve("pg-programs") : Path.of(programs);
    }
}
