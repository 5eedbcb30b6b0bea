package dev.runside.server.storage.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach a database and as whom. */
public record DatabaseAddress(String url, String user, String password) {

    public DatabaseAddress {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "The database address must start with jdbc:postgresql: (RUNSIDE_DB_URL)");
        }
    }

    static DatabaseAddress onLoopback(int port, String database, String user, String password) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    /** A connection outside the pool. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Never the password, nor a URL that may carry one. */
    @Override
    public String toString() {
        return "database as " + user;
    }
}
