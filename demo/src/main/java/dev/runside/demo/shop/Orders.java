package dev.runside.demo.shop;

import dev.runside.demo.service.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The orders table, and what each version of checkout makes of it: 1.x writes the order's channel,
 * 2.x drops the column. Where the database is away at the start, the first order migrates.
 */
final class Orders {

    private static final String ADD_CHANNEL =
            "alter table orders add column if not exists channel text not null default 'web'";
    private static final String DROP_CHANNEL = "alter table orders drop column if exists channel";
    private static final String WITH_CHANNEL =
            """
            insert into orders (id, item, quantity, channel) values (?, ?, ?, ?)
            on conflict (id) do nothing
            """;
    private static final String WITHOUT_CHANNEL =
            """
            insert into orders (id, item, quantity) values (?, ?, ?)
            on conflict (id) do nothing
            """;
    private static final String FORGET =
            """
            with old as (
              delete from orders where placed_at < now() - interval '30 minutes' returning id)
            delete from reservations where order_id in (select id from old)
            """;

    private final Database database;
    private final boolean channel;
    private volatile boolean migrated;

    Orders(Database database, String version) {
        this.database = database;
        this.channel = version.startsWith("1.");
    }

    /** Brings the table to this version's shape, as soon as the database lets it. */
    void migrate() {
        try {
            migrateOnce();
        } catch (SQLException e) {
            System.out.println("the migration waits for the database: " + e.getMessage());
        }
    }

    private synchronized void migrateOnce() throws SQLException {
        if (migrated) {
            return;
        }
        database.inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(channel ? ADD_CHANNEL : DROP_CHANNEL);
            }
        });
        migrated = true;
    }

    /** A sample shop keeps its orders for half an hour. */
    void forgetOld() {
        try {
            database.inTransaction(connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.executeUpdate(FORGET);
                }
            });
        } catch (SQLException e) {
            System.out.println("old orders stay a while longer: " + e.getMessage());
        }
    }

    /** True where the order is new. */
    boolean write(Order order) throws SQLException {
        if (!migrated) {
            migrateOnce();
        }
        return database.inTransaction(connection -> insert(connection, order)) == 1;
    }

    private int insert(Connection connection, Order order) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(channel ? WITH_CHANNEL : WITHOUT_CHANNEL)) {
            insert.setObject(1, order.id());
            insert.setString(2, order.item());
            insert.setInt(3, order.quantity());
            if (channel) {
                insert.setString(4, order.channel());
            }
            return insert.executeUpdate();
        }
    }

    Optional<Map<String, Object>> find(UUID id) throws SQLException {
        return database.inTransaction(connection -> select(connection, id));
    }

    private static Optional<Map<String, Object>> select(Connection connection, UUID id)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select item, quantity from orders where id = ?")) {
            select.setObject(1, id);
            ResultSet row = select.executeQuery();
            return row.next()
                    ? Optional.of(
                            Map.of(
                                    "item",
                                    row.getString(1),
                                    "quantity",
                                    row.getInt(2),
                                    "state",
                                    "on its way"))
                    : Optional.empty();
        }
    }
}
