package dev.runside.agent.link;

import dev.runside.agent.step.Action;
import dev.runside.agent.step.Lease;
import dev.runside.agent.step.Step;
import dev.runside.agent.step.Verb;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads a step as the server writes it. */
final class StepReader {

    private StepReader() {}

    /**
     * @throws IllegalArgumentException when it is no step
     */
    static Step read(JsonNode node, Duration askedAt) {
        return new Step(
                node.path("key").asString(""),
                node.path("run").asString(""),
                node.path("runbook").asString(""),
                node.path("digest").asString(""),
                node.path("epoch").asLong(0),
                new Lease(askedAt, Duration.ofMillis(node.path("leaseMs").asLong(0))),
                Duration.ofMillis(node.path("timeoutMs").asLong(0)),
                node.path("idempotent").asBoolean(false),
                action(node.path("action")));
    }

    private static Action action(JsonNode node) {
        String type = node.path("type").asString("");
        return switch (type) {
            case "service" -> onService(node);
            case "command" -> command(node);
            case "wait" -> new Action.Rest(Duration.ofMillis(node.path("ms").asLong(-1)));
            default -> new Action.Unheard("the action " + type);
        };
    }

    private static Action onService(JsonNode node) {
        String verb = node.path("verb").asString("");
        String name = node.path("name").asString("");
        return Verb.find(verb)
                .<Action>map(found -> new Action.OnService(found, name))
                .orElseGet(() -> new Action.Unheard("the verb " + verb));
    }

    private static Action command(JsonNode node) {
        List<JsonNode> words = node.path("argv").valueStream().toList();
        boolean texts = !words.isEmpty() && words.stream().allMatch(JsonNode::isString);
        return texts
                ? new Action.RunCommand(words.stream().map(JsonNode::stringValue).toList())
                : new Action.Unheard("a command that is not a list of texts");
    }
}
