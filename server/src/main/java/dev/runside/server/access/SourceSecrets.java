package dev.runside.server.access;

import dev.runside.core.Ref;
import dev.runside.server.storage.Seal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets that a source's other side has made, each for one purpose. */
@Component
public class SourceSecrets {

    /** With what the other side signs. */
    public static final String SIGNING = "signing";

    private final JdbcClient database;
    private final Seal seal;

    SourceSecrets(JdbcClient database, Seal seal) {
        this.database = database;
        this.seal = seal;
    }

    public void put(Ref source, String purpose, String secret, Instant now) {
        database.sql(
                        """
                        insert into source_secret (source, purpose, sealed, changed_at)
                        values (:source, :purpose, :sealed, :now)
                        on conflict (source, purpose) do update set sealed = excluded.sealed, changed_at = excluded.changed_at
                        """)
                .param("source", source.toString())
                .param("purpose", purpose)
                .param("sealed", seal.close(secret, place(source, purpose)))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void delete(Ref source, String purpose) {
        database.sql("delete from source_secret where source = :source and purpose = :purpose")
                .param("source", source.toString())
                .param("purpose", purpose)
                .update();
    }

    /** Whether there is one, also where it can no longer be opened. */
    public boolean has(Ref source, String purpose) {
        return stored(source, purpose).isPresent();
    }

    public Optional<String> find(Ref source, String purpose) {
        return stored(source, purpose).flatMap(sealed -> seal.open(sealed, place(source, purpose)));
    }

    private Optional<byte[]> stored(Ref source, String purpose) {
        return database.sql(
                        "select sealed from source_secret where source = :source and purpose = :purpose")
                .param("source", source.toString())
                .param("purpose", purpose)
                .query((row, _) -> row.getBytes("sealed"))
                .optional();
    }

    private static String place(Ref source, String purpose) {
        return source + "/" + purpose;
    }
}
