package dev.runside.cli;

import dev.runside.cli.client.ServerApi;
import dev.runside.cli.connect.Sight;
import dev.runside.cli.connect.Waiting;
import dev.runside.cli.story.SourceList;
import dev.runside.cli.story.Times;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
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

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "Says of this one source what came and what of it is not understood.")
    private @Nullable String name;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description = "With NAME: waits so long, as 60s or 2m, until something came.")
    private @Nullable String wait;

    @Spec private CommandSpec command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (name == null && wait != null) {
            throw new ParameterException(
                    command.commandLine(), "--wait is for one source: give its NAME");
        }
        ServerApi server = connection.open();
        if (name != null) {
            String ref = name.contains(":") ? name : "source:" + name;
            Duration most = wait == null ? Duration.ZERO : Patience.of(wait, command);
            Sight sight = new Waiting(server, ref, most).sight();
            output.answer(sight.source(), sight.words());
            return sight.any() ? 0 : 1;
        }
        JsonNode sources = server.get("/api/v1/sources");
        output.answer(sources, SourceList.words(sources, Times.here()));
        return 0;
    }
}
