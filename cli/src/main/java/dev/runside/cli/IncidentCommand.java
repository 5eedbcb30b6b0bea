package dev.runside.cli;

import dev.runside.cli.story.IncidentStory;
import dev.runside.cli.story.Times;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(
        name = "incident",
        description = "Tells one incident: what, why, whose, and what was done.",
        mixinStandardHelpOptions = true)
final class IncidentCommand implements Callable<Integer> {

    @Mixin private Output output;
    @Mixin private Connection connection;
    @Mixin private IncidentPath incident;

    @Override
    public Integer call() throws IOException, InterruptedException {
        JsonNode answer = connection.open().get(incident.path());
        output.answer(answer, IncidentStory.words(answer, Times.here()));
        return 0;
    }
}
