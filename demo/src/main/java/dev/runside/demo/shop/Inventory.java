package dev.runside.demo.shop;

import dev.runside.demo.service.Answer;
import dev.runside.demo.service.Database;
import dev.runside.demo.service.Pause;
import dev.runside.demo.service.Request;
import dev.runside.demo.service.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Keeps the stock: an order's goods are reserved before it is written down. */
public final class Inventory {

    /** How much later than it could each reservation is answered. */
    public static final String LATENCY = "latency-ms";

    /** Whether connections are not given back. */
    public static final String LEAK = "leak-connections";

    private static final String RESERVE =
            """
            insert into reservations (order_id, item, quantity) values (?, ?, ?)
            on conflict (order_id) do nothing
            """;

    private static final String FIND = "select from reservations where order_id = ?";

    private final Service service;
    private final Database database;

    private Inventory(Service service) {
        this.service = service;
        this.database = new Database(service.site(), "shop", () -> service.flags().on(LEAK));
    }

    public static void open(Service service) throws IOException {
        Inventory inventory = new Inventory(service);
        service.answer("POST", "/reservations", inventory::reserve)
                .answer("GET", "/reservations/{order}", inventory::find)
                .warmedUpBy("/reservations/" + new UUID(0, 0))
                .open(() -> {});
    }

    private Answer reserve(Request request) throws SQLException {
        Pause.of(Duration.ofMillis(service.flags().millis(LATENCY)));
        Optional<Order> order = Order.in(request);
        if (order.isEmpty()) {
            return Answer.refusal(400, "a reservation has id, item, quantity and channel");
        }
        int reserved = database.inTransaction(connection -> insert(connection, order.get()));
        return Answer.empty(reserved == 1 ? 201 : 200);
    }

    private Answer find(Request request) throws SQLException {
        Optional<UUID> order = Order.id(request.value("order"));
        if (order.isEmpty()) {
            return Answer.refusal(400, "an order's id is a UUID");
        }
        boolean found = database.inTransaction(connection -> exists(connection, order.get()));
        return Answer.empty(found ? 200 : 404);
    }

    private static boolean exists(Connection connection, UUID order) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, order);
            return select.executeQuery().next();
        }
    }

    private static int insert(Connection connection, Order order) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RESERVE)) {
            insert.setObject(1, order.id());
            insert.setString(2, order.item());
            insert.setInt(3, order.quantity());
            return insert.executeUpdate();
        }
    }
}
