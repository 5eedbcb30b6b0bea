package dev.runside.cli;

import dev.runside.cli.client.ServerApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "alerts",
        description = {
            "Shows how often each alert fired, and how often anybody had to act: the ones for nothing first.",
            "Somebody acted where a runbook's remedy ran, or where a person resolved the incident and said what it was."
        },
        mixinStandardHelpOptions = true)
final class AlertsCommand implements Callable<Integer> {

    private static final int A_PAGE = 200;

    @Mixin private Output output;
    @Mixin private Connection connection;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            description = "Of the last so many days, 1 to 366 (default: ${DEFAULT-VALUE}).",
            defaultValue = "30")
    private int days;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<JsonNode> alerts = all(connection.open());
        output.answer(Map.of("days", days, "items", alerts), words(alerts));
        return 0;
    }

    private List<JsonNode> all(ServerApi server) throws IOException, InterruptedException {
        List<JsonNode> alerts = new ArrayList<>();
        long next = 0;
        do {
            JsonNode page =
                    server.get(
                            "/api/v1/alerts/precision?days=%d&limit=%d&after=%d"
                                    .formatted(days, A_PAGE, next));
            page.path("items").forEach(alerts::add);
            next = page.path("next").asLong(0);
        } while (next > 0);
        return alerts;
    }

    private String words(List<JsonNode> alerts) {
        return alerts.isEmpty()
                ? "Nothing has fired in " + days + " days."
                : alerts.stream().map(AlertsCommand::line).collect(Collectors.joining("\n"));
    }

    private static String line(JsonNode alert) {
        JsonNode precision = alert.path("precision");
        return "%-40s  %-28s  %s"
                .formatted(
                        name(alert),
                        alert.path("subject").asString(),
                        "fired %s, %s: somebody acted on %d, nobody on %d%s%s"
                                .formatted(
                                        counted(alert.path("fired").asLong(), "time"),
                                        counted(alert.path("incidents").asLong(), "incident"),
                                        alert.path("acted").asLong(),
                                        alert.path("nobody").asLong(),
                                        open(alert.path("open").asLong()),
                                        precision.isNumber()
                                                ? String.format(
                                                        Locale.ROOT,
                                                        " (%.0f %% for something)",
                                                        100 * precision.asDouble())
                                                : ""));
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String open(long open) {
        return open == 0 ? "" : ", " + open + " open";
    }

    private static String name(JsonNode alert) {
        String name = alert.path("name").asString("");
        String kind = alert.path("kind").asString();
        return name.isEmpty() ? kind : kind + " " + name;
    }
}
