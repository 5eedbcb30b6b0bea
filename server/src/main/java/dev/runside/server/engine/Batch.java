package dev.runside.server.engine;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * The same statement for many rows, on one way to the database and back: a decision writes many,
 * and a remedy waits for it.
 */
@Component
class Batch {

    private final NamedParameterJdbcOperations database;

    Batch(NamedParameterJdbcOperations database) {
        this.database = database;
    }

    /** In the order of the rows; none cost nothing. */
    void run(String sql, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            database.batchUpdate(
                    sql,
                    rows.stream()
                            .map(MapSqlParameterSource::new)
                            .toArray(SqlParameterSource[]::new));
        }
    }
}
