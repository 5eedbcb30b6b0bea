package dev.runside.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(
        name = "ack",
        description = "Acknowledges an incident: you have it, and nobody else is paged for it.",
        mixinStandardHelpOptions = true)
final class AckCommand implements Callable<Integer> {

    @Mixin private Output output;
    @Mixin private Connection connection;
    @Mixin private IncidentPath incident;

    @Override
    public Integer call() throws IOException, InterruptedException {
        JsonNode answer = incident.post(connection.open(), "ack", Map.of());
        output.answer(
                answer,
                "#%d %s: acknowledged by %s"
                        .formatted(
                                answer.path("number").asLong(),
                                answer.path("title").asString(),
                                answer.at("/acknowledged/by").asString()));
        return 0;
    }
}
