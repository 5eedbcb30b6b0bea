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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "incidents",
        description = "Lists incidents, the newest first.",
        mixinStandardHelpOptions = true)
final class IncidentsCommand implements Callable<Integer> {

    @Spec private CommandSpec command;
    @Mixin private Output output;
    @Mixin private Connection connection;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = IncidentStates.LIVE,
            description =
                    "open, recovered, resolved, closed, live (open or recovered) or all; several with commas (default: live).")
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
            description =
                    "Goes on with a long list: only incidents with a smaller number than this.")
    private @Nullable Long after;

    @Override
    public Integer call() throws IOException, InterruptedException {
        IncidentStates states = states();
        JsonNode page = connection.open().get(path(states));
        output.answer(page, IncidentList.words(page, state, Times.here()));
        return 0;
    }

    private IncidentStates states() {
        try {
            return IncidentStates.of(state);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(
                    command.commandLine(), "--state: " + wrong.getMessage(), wrong);
        }
    }

    private String path(IncidentStates states) {
        String asked = URLEncoder.encode(states.asked(), StandardCharsets.UTF_8);
        String path = "/api/v1/incidents?state=%s&limit=%d".formatted(asked, limit);
        return after == null ? path : path + "&after=" + after;
    }
}
