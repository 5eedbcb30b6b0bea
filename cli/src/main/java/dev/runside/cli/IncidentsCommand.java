package dev.runside.cli;

import dev.runside.cli.story.IncidentList;
import dev.runside.cli.story.Times;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "incidents",
        description = "Lists incidents, the newest first.",
        mixinStandardHelpOptions = true)
final class IncidentsCommand implements Callable<Integer> {

    @Mixin private Output output;
    @Mixin private Connection connection;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = "open",
            description =
                    "open, recovered, resolved, closed or all; several with commas (default: open).")
    private String state;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many (default: 50).")
    private int limit;

    @Option(
            names = "--after",
            paramLabel = "NUMBER",
            description = "Only those older than this incident.")
    private @Nullable Long after;

    @Override
    public Integer call() throws IOException, InterruptedException {
        JsonNode page = connection.open().get(path());
        output.answer(page, IncidentList.words(page, state, Times.here()));
        return 0;
    }

    private String path() {
        String path =
                "/api/v1/incidents?state=%s&limit=%d"
                        .formatted(URLEncoder.encode(state, StandardCharsets.UTF_8), limit);
        return after == null ? path : path + "&after=" + after;
    }
}
