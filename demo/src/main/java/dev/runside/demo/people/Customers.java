package dev.runside.demo.people;

import dev.runside.demo.service.Reply;
import dev.runside.demo.service.Upstream;
import dev.runside.demo.shop.Gateway;
import dev.runside.demo.shop.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Comes by about thirty times a second, whether or not the shop keeps up; orders where the page
 * offers it.
 */
final class Customers {

    private static final String[] ITEMS = {"tea", "cup", "kettle", "strainer", "tin"};
    private static final String[] CHANNELS = {"web", "web", "app", "phone"};

    /** Of a hundred customers, those who order from a page they opened earlier. */
    private static final int WITH_AN_OLD_PAGE = 2;

    private final Upstream gateway;
    private final SupportDesk desk;
    private final Tally tally;
    private final Throttle complaints = new Throttle(Duration.ofSeconds(1));
    private final Semaphore patience = new Semaphore(300);
    private final AtomicReference<String> lastOrder = new AtomicReference<>("");

    Customers(Upstream gateway, SupportDesk desk, Tally tally) {
        this.gateway = gateway;
        this.desk = desk;
        this.tally = tally;
    }

    /** One visit. With more visitors inside than fit, one does not come in. */
    void visit() {
        if (!patience.tryAcquire()) {
            return;
        }
        try {
            Reply page = gateway.get("/shop");
            tally.visit(page.good());
            boolean offered =
                    page instanceof Reply.Answered(_, String html)
                            && html.contains(Gateway.ORDER_FORM);
            if (offered || ThreadLocalRandom.current().nextInt(100) < WITH_AN_OLD_PAGE) {
                order();
            }
        } finally {
            patience.release();
        }
    }

    private void order() {
        Order order =
                new Order(
                        UUID.randomUUID(),
                        any(ITEMS),
                        ThreadLocalRandom.current().nextInt(1, 4),
                        any(CHANNELS));
        Reply reply = gateway.post("/orders", order.json());
        tally.order(reply.good());
        if (reply.good()) {
            lastOrder.set(order.id().toString());
        } else {
            complain(reply);
            desk.orderFailed(order.id().toString());
        }
    }

    /** What an error page said, once a second at most. */
    private void complain(Reply reply) {
        if (complaints.pass()) {
            System.out.println(Instant.now() + " order failed: " + reply);
        }
    }

    /** An order placed a moment ago, to ask about. */
    String lastOrder() {
        return lastOrder.get();
    }

    private static String any(String[] values) {
        return values[ThreadLocalRandom.current().nextInt(values.length)];
    }
}
