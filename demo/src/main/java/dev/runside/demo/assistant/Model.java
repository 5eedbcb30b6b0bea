package dev.runside.demo.assistant;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the tool call for a question. The updated one, like a model that has drifted, decorates
 * what it copies.
 */
final class Model {

    private static final Pattern ORDER =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Model() {}

    /** The path to call, where the question names an order. */
    static Optional<String> toolCall(String question, boolean updated) {
        Matcher order = ORDER.matcher(question);
        return order.find()
                ? Optional.of("/orders/" + (updated ? "order-no-" : "") + order.group())
                : Optional.empty();
    }
}
