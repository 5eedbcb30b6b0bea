package dev.runside.demo.shop;

import dev.runside.demo.service.Answer;
import dev.runside.demo.service.Request;
import dev.runside.demo.service.Service;
import dev.runside.demo.service.Upstream;
import java.io.IOException;
import java.time.Duration;

/** The shop's front: its page, and the orders sent from it. */
public final class Gateway {

    /** While it is on, the page shows goods and offers no order. */
    public static final String HIDE_ORDER_FORM = "hide-order-form";

    /** What a customer's browser looks for. */
    public static final String ORDER_FORM = "<form method=\"post\" action=\"/orders\">";

    private static final String GOODS =
            "<!doctype html><title>Shop</title><h1>Tea, cups and kettles</h1>";

    private final Service service;
    private final Upstream checkout;

    private Gateway(Service service) {
        this.service = service;
        this.checkout = service.to("checkout", Duration.ofSeconds(3));
    }

    public static void open(Service service) throws IOException {
        Gateway gateway = new Gateway(service);
        service.answer("GET", "/shop", _ -> gateway.page())
                .answer("POST", "/orders", gateway::order)
                .warmedUpBy("/shop")
                .open(() -> {});
    }

    private Answer page() {
        boolean hidden = service.flags().on(HIDE_ORDER_FORM);
        return Answer.html(hidden ? GOODS : GOODS + ORDER_FORM + "<button>Order</button></form>");
    }

    private Answer order(Request request) {
        return Order.in(request)
                .map(order -> checkout.post("/orders", order.json()).handedOn("checkout"))
                .orElseGet(
                        () -> Answer.refusal(400, "an order has id, item, quantity and channel"));
    }
}
