package dev.runside.demo.reporting;

import dev.runside.demo.service.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders a day and channel: what came since the last time is added, in one transaction with how far
 * it got.
 */
final class DailyReport {

    private static final String PROGRESS = "select last_number from report_progress for update";
    private static final String NEWEST = "select coalesce(max(number), 0) from orders";
    private static final String ADD =
            """
            insert into orders_daily as daily (day, channel, orders, goods)
            select placed_at::date, channel, count(*), sum(quantity)
            from orders where number > ? and number <= ?
            group by placed_at::date, channel
            on conflict (day, channel) do update
            set orders = daily.orders + excluded.orders, goods = daily.goods + excluded.goods
            """;
    private static final String ADVANCE = "update report_progress set last_number = ?";
    private static final String TOTAL = "select coalesce(sum(orders), 0) from orders_daily";
    private static final String COLUMNS =
            """
            select column_name, data_type from information_schema.columns
            where table_schema = 'public' and table_name = ? order by ordinal_position
            """;

    private final Database database;

    DailyReport(Database database) {
        this.database = database;
    }

    /** Brings the report up to date; answers how many orders it counts. */
    long refresh() throws SQLException {
        return database.inTransaction(connection -> {
            long before = number(connection, PROGRESS);
            long newest = Math.max(before, number(connection, NEWEST));
            add(connection, before, newest);
            return number(connection, TOTAL);
        });
    }

    private static void add(Connection connection, long before, long newest) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD);
                PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
            add.setLong(1, before);
            add.setLong(2, newest);
            add.executeUpdate();
            advance.setLong(1, newest);
            advance.executeUpdate();
        }
    }

    List<Column> columns(String table) throws SQLException {
        return database.inTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
                select.setString(1, table);
                ResultSet row = select.executeQuery();
                List<Column> columns = new ArrayList<>();
                while (row.next()) {
                    columns.add(new Column(row.getString(1), row.getString(2)));
                }
                return columns;
            }
        });
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery(query);
            row.next();
            return row.getLong(1);
        }
    }
}
