package dev.runside.cli;

import dev.runside.cli.story.SourceList;
import dev.runside.cli.story.Times;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(
        name = "sources",
        description =
                "Lists what sends to Runside: when it was last heard, how much, and how much of it is understood.",
        footer = {
            "",
            "A name that the catalog does not know is listed below its source, with the line that gives it its hop.",
            "connect makes a source for a tool."
        },
        mixinStandardHelpOptions = true)
final class SourcesCommand implements Callable<Integer> {

    @Mixin private Output output;
    @Mixin private Connection connection;

    @Override
    public Integer call() throws IOException, InterruptedException {
        JsonNode sources = connection.open().get("/api/v1/sources");
        output.answer(sources, SourceList.words(sources, Times.here()));
        return 0;
    }
}
