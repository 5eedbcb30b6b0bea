package dev.runside.server.access;

import dev.runside.core.Ref;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people who have been enrolled. */
@Component
class People {

    private final JdbcClient database;

    People(JdbcClient database) {
        this.database = database;
    }

    boolean none() {
        return database.sql("select not exists (select from access_person)")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    boolean isAdmin(Ref person) {
        return database.sql("select exists (select from access_person where ref = :ref and admin)")
                .param("ref", person.toString())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Enrolled again, a person keeps the right of an admin. */
    void enrol(Ref person, boolean admin, Instant now) {
        database.sql(
                        """
                        insert into access_person (ref, admin, enrolled_at) values (:ref, :admin, :now)
                        on conflict (ref) do update set admin = access_person.admin or excluded.admin
                        """)
                .param("ref", person.toString())
                .param("admin", admin)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
