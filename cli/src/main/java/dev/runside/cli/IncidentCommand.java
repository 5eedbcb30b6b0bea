package dev.runside.cli;

import dev.runside.cli.client.ServerApi;
import dev.runside.cli.story.IncidentStory;
import dev.runside.cli.story.Times;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "incident",
        description = "Tells one incident: what, why, whose, and what was done.",
        mixinStandardHelpOptions = true)
final class IncidentCommand implements Callable<Integer> {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    @Mixin private Output output;
    @Mixin private Connection connection;
    @Mixin private IncidentPath incident;

    @Option(
            names = "--wait",
            description = "Tells it when it is over: recovered, resolved or closed.")
    private boolean wait;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServerApi server = connection.open();
        JsonNode answer = incident.get(server);
        if (wait && isOpen(answer)) {
            output.remark("It is open; waiting until it is over. Ctrl-C ends the waiting.");
        }
        while (wait && isOpen(answer)) {
            Thread.sleep(BETWEEN_LOOKS);
            answer = incident.get(server);
        }
        output.answer(answer, IncidentStory.words(answer, Times.here()));
        return 0;
    }

    private static boolean isOpen(JsonNode incident) {
        return incident.path("state").asString("").equals("open");
    }
}
