package dev.runside.server.storage.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The server's own role and database: it owns its database, and is no superuser. */
final class Roles {

    static final String SERVER = "runside";
    static final String DATABASE = "runside";

    private Roles() {}

    /** May be repeated: a crash in the middle leaves nothing that stands in its way. */
    static void create(DatabaseAddress superuser, String serverPassword) {
        try (Connection connection = superuser.connect()) {
            if (missing(connection, "select 1 from pg_roles where rolname = '" + SERVER + "'")) {
                execute(
                        connection,
                        "create role "
                                + SERVER
                                + " login nosuperuser nocreatedb nocreaterole connection limit 30");
            }
            // The driver computes the verifier: the password itself never reaches the server or its
            // log.
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(SERVER, serverPassword.toCharArray(), "scram-sha-256");
            if (missing(
                    connection, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                execute(connection, "create database " + DATABASE + " owner " + SERVER);
            }
            execute(
                    connection,
                    "revoke connect, temporary on database " + DATABASE + " from public");
        } catch (SQLException e) {
            throw new PostgresFailure("The server's role could not be made", e);
        }
    }

    private static boolean missing(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
