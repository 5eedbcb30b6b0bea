package dev.runside.cli;

import dev.runside.cli.client.RefusedException;
import dev.runside.cli.launcher.Typed;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "resolve",
        description = "Resolves an incident: says what it was and that it is over.",
        mixinStandardHelpOptions = true)
final class ResolveCommand implements Callable<Integer> {

    @Mixin private Output output;
    @Mixin private Connection connection;
    @Mixin private IncidentPath incident;

    @Option(
            names = "--cause",
            paramLabel = "TEXT",
            required = true,
            description = "What it was, for whoever reads the record.")
    private String cause;

    @Override
    public Integer call() throws IOException, InterruptedException {
        JsonNode answer = answer();
        output.answer(
                answer,
                "#%d %s: resolved, cause: %s"
                        .formatted(
                                answer.path("number").asLong(),
                                answer.path("title").asString(),
                                answer.path("cause").asString()));
        return 0;
    }

    private JsonNode answer() throws IOException, InterruptedException {
        try {
            return incident.post(connection.open(), "resolve", Map.of("cause", cause));
        } catch (RefusedException refused) {
            if (refused.status() == RefusedException.NOT_ALLOWED && connection.isDemo()) {
                throw refused.withFix(
                        "In the demo its owner does it by: "
                                + Typed.command("demo resolve NUMBER"));
            }
            throw refused;
        }
    }
}
