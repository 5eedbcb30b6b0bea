package dev.runside.demo.database;

import dev.runside.demo.site.Site;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Two roles and their tables: the shop writes orders, reporting reads them and owns its own. */
final class Schema {

    private static final String TABLES =
            """
            create table orders (
              number bigint generated always as identity unique,
              id uuid primary key,
              item text not null,
              quantity int not null,
              channel text not null default 'web',
              placed_at timestamptz not null default clock_timestamp());
            create table reservations (
              order_id uuid primary key,
              item text not null,
              quantity int not null,
              reserved_at timestamptz not null default clock_timestamp());
            create table orders_daily (
              day date not null,
              channel text not null,
              orders bigint not null,
              goods bigint not null,
              primary key (day, channel));
            create table report_progress (last_number bigint not null);
            insert into report_progress values (0);
            alter table orders owner to shop;
            alter table reservations owner to shop;
            alter table orders_daily owner to reporting;
            alter table report_progress owner to reporting;
            grant select on orders to reporting;
            """;

    private Schema() {}

    static void create(String server, String shop, Site site) throws SQLException, IOException {
        String password = site.secret("orders-db-owner").read();
        try (Connection connection = DriverManager.getConnection(server, "owner", password);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create role shop login password '"
                            + site.secret("orders-db-shop").orNew()
                            + "'");
            statement.execute(
                    "create role reporting login password '"
                            + site.secret("orders-db-reporting").orNew()
                            + "'");
            statement.execute("create database shop");
        }
        try (Connection connection = DriverManager.getConnection(shop, "owner", password);
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }
}
