package dev.runside.demo.people;

import dev.runside.demo.service.Reply;
import dev.runside.demo.service.Upstream;
import java.util.Map;

/** Asks the assistant about the newest order, a few times a second. */
final class Askers {

    private final Upstream assistant;
    private final Customers customers;
    private final Tally tally;

    Askers(Upstream assistant, Customers customers, Tally tally) {
        this.assistant = assistant;
        this.customers = customers;
        this.tally = tally;
    }

    void ask() {
        String order = customers.lastOrder();
        if (!order.isEmpty()) {
            Reply reply =
                    assistant.post(
                            "/questions", Map.of("question", "Where is my order " + order + "?"));
            tally.question(
                    reply instanceof Reply.Answered answered
                            && answered.json().path("answer").asString("").endsWith("on its way."));
        }
    }
}
