package dev.runside.server.catalog;

import dev.runside.core.Ref;
import dev.runside.server.catalog.check.Whole;
import dev.runside.server.catalog.definition.Definition;
import dev.runside.server.catalog.definition.DefinitionFile;
import dev.runside.server.catalog.definition.DefinitionReader;
import dev.runside.server.catalog.definition.DefinitionReader.Reading;
import dev.runside.server.catalog.definition.Fault;
import dev.runside.server.catalog.definition.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Definitions as rows: each from the version that brought it until the one that ended it. */
@Component
class DefinitionStore {

    private static final Logger log = LoggerFactory.getLogger(DefinitionStore.class);

    private final JdbcClient database;

    DefinitionStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * What is in force. A definition that this version of Runside cannot read any more is left out,
     * and the log says so.
     */
    InForce load() {
        Map<String, String> names = new HashMap<>();
        List<DefinitionFile> files =
                database.sql(
                                """
                                select file, document, line from definition
                                 where until is null order by kind, name
                                """)
                        .query((row, _) ->
                                new DefinitionFile(
                                        names.computeIfAbsent(row.getString("file"), name -> name),
                                        row.getString("document"),
                                        row.getInt("line")))
                        .list();
        Reading reading = DefinitionReader.read(files);
        reading.faults().stream()
                .map(Fault::sentence)
                .forEach(fault -> log.error("A stored definition cannot be read: {}", fault));
        return InForce.of(version(), Whole.of(reading.definitions(), reading.faulty()));
    }

    private long version() {
        return database.sql("select coalesce(max(version), 0) from catalog_version")
                .query(Long.class)
                .single();
    }

    /** Belongs to the caller's transaction. */
    void begin(long version, Ref by, Instant at) {
        database.sql(
                        """
                        insert into catalog_version (version, applied_at, applied_by)
                        values (:version, :at, :by)
                        """)
                .param("version", version)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.toString())
                .update();
    }

    void end(Definition definition, long version) {
        database.sql(
                        """
                        update definition set until = :version
                         where kind = :kind and name = :name and until is null
                        """)
                .param("version", version)
                .param("kind", definition.kind().title())
                .param("name", definition.name())
                .update();
    }

    void add(Definition definition, long version) {
        DefinitionFile file = definition.document().file();
        database.sql(
                        """
                        insert into definition (kind, name, since, document, digest, file, line)
                        values (:kind, :name, :version, :document, :digest, :file, :line)
                        """)
                .param("kind", definition.kind().title())
                .param("name", definition.name())
                .param("version", version)
                .param("document", file.text())
                .param("digest", definition.digest())
                .param("file", file.name())
                .param("line", file.firstLine())
                .update();
    }

    /** In force, in the order of kinds and names, from after a reference on. */
    List<StoredDefinition> list(List<Kind> kinds, String after, int most) {
        return database.sql(
                        """
                        select d.*, v.applied_at, v.applied_by
                          from definition d join catalog_version v on v.version = d.since
                         where d.until is null and d.kind = any(:kinds)
                           and d.kind || ':' || d.name > :after
                         order by d.kind || ':' || d.name limit :most
                        """)
                .param("kinds", kinds.stream().map(Kind::title).toArray(String[]::new))
                .param("after", after)
                .param("most", most)
                .query(DefinitionStore::stored)
                .list();
    }

    private static StoredDefinition stored(ResultSet row, int number) throws SQLException {
        Kind kind = Kind.find(row.getString("kind")).orElseThrow();
        return new StoredDefinition(
                kind.ref(row.getString("name")),
                kind.title(),
                row.getString("name"),
                row.getLong("since"),
                row.getString("digest"),
                row.getString("file"),
                row.getInt("line"),
                row.getString("applied_by"),
                row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                row.getString("document"));
    }
}
