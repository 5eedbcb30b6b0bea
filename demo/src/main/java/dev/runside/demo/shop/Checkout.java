package dev.runside.demo.shop;

import dev.runside.demo.service.Answer;
import dev.runside.demo.service.Database;
import dev.runside.demo.service.Every;
import dev.runside.demo.service.Reply;
import dev.runside.demo.service.Request;
import dev.runside.demo.service.Service;
import dev.runside.demo.service.Upstream;
import io.opentelemetry.api.metrics.LongCounter;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reserves the goods, then writes the order down; answers where an order is. */
public final class Checkout {

    private final Upstream inventory;
    private final Orders orders;
    private final LongCounter placed;

    private Checkout(Service service) {
        this.inventory = service.to("inventory", Duration.ofMillis(2500));
        this.orders = new Orders(new Database(service.site(), "shop"), service.version());
        this.placed = service.telemetry().counter("shop.orders.placed", "{order}");
    }

    public static void open(Service service) throws IOException {
        Checkout checkout = new Checkout(service);
        service.answer("POST", "/orders", checkout::place)
                .answer("GET", "/orders/{id}", checkout::find)
                .warmedUpBy("/orders/" + new UUID(0, 0))
                .open(checkout.orders::migrate);
        Every.start(Duration.ofMinutes(1), checkout.orders::forgetOld);
    }

    private Answer place(Request request) throws SQLException {
        Optional<Order> order = Order.in(request);
        return order.isPresent()
                ? place(order.get())
                : Answer.refusal(400, "an order has id, item, quantity and channel");
    }

    private Answer place(Order order) throws SQLException {
        Reply reserved = inventory.post("/reservations", order.json());
        if (!reserved.good()) {
            return reserved.handedOn("inventory");
        }
        if (orders.write(order)) {
            placed.add(1);
        }
        return Answer.json(201, Map.of("order", order.id().toString()));
    }

    private Answer find(Request request) throws SQLException {
        Optional<UUID> id = Order.id(request.value("id"));
        if (id.isEmpty()) {
            return Answer.refusal(400, "an order's id is a UUID");
        }
        return orders.find(id.get())
                .map(found -> Answer.json(200, found))
                .orElseGet(() -> Answer.refusal(404, "there is no such order"));
    }
}
