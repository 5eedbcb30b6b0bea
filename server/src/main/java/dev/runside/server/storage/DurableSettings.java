package dev.runside.server.storage;

import dev.runside.server.health.Readiness;
import dev.runside.server.health.ReadinessCheck;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads back what makes a commit survive a power cut, from the database itself, whoever configured
 * it.
 */
final class DurableSettings implements ReadinessCheck {

    private final JdbcClient database;

    DurableSettings(JdbcClient database) {
        this.database = database;
    }

    /** The settings that must be on and are not. */
    List<String> off() {
        return database.sql(
                        """
                        select name from pg_settings
                         where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'off'
                         order by name
                        """)
                .query((row, _) -> row.getString("name"))
                .list();
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Readiness check() {
        try {
            List<String> off = off();
            return off.isEmpty()
                    ? new Readiness.Ready("The database answers and keeps what it has committed.")
                    : new Readiness.NotReady(
                            "The database may lose what it has committed: "
                                    + String.join(", ", off)
                                    + " must be on.");
        } catch (DataAccessException _) {
            return new Readiness.NotReady("The database does not answer.");
        }
    }
}
