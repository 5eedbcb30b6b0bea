package dev.runside.bench.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands in a rig's database, asked of PostgreSQL itself. */
public record Stored(String url, String password) {

    public static Stored in(Rig rig) throws IOException {
        String port = Files.readString(rig.data().resolve("pg.port")).strip();
        return new Stored(
                "jdbc:postgresql://127.0.0.1:" + port + "/runside",
                Files.readString(rig.data().resolve("secret/pg-server")).strip());
    }

    /** The first two columns of a query, the second a number. */
    public Map<String, Long> counts(String sql) throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (Connection database = DriverManager.getConnection(url, "runside", password);
                ResultSet row = database.createStatement().executeQuery(sql)) {
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
            return counts;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** As {@code show NAME} answers. */
    public String setting(String name) throws IOException {
        return counts("select current_setting('" + name + "'), 0").keySet().iterator().next();
    }
}
