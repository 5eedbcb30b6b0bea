package dev.runside.demo.shop;

import dev.runside.demo.service.Request;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What a customer orders. The customer's side makes the id, so that an order sent twice is one
 * order.
 *
 * @param channel where it was placed: web, app or phone
 */
public record Order(UUID id, String item, int quantity, String channel) {

    /** The order in the request; empty where a field is missing or wrong. */
    static Optional<Order> in(Request request) {
        JsonNode json = request.json();
        String item = json.path("item").asString("");
        int quantity = json.path("quantity").asInt(0);
        String channel = json.path("channel").asString("");
        return id(json.path("id").asString(""))
                .filter(_ ->
                        !item.isBlank() && quantity >= 1 && quantity <= 100 && !channel.isBlank())
                .map(id -> new Order(id, item, quantity, channel));
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public Map<String, Object> json() {
        return Map.of("id", id.toString(), "item", item, "quantity", quantity, "channel", channel);
    }
}
