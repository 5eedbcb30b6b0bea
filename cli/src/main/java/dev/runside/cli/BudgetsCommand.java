package dev.runside.cli;

import dev.runside.cli.client.ServerApi;
import dev.runside.cli.launcher.Typed;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(
        name = "budgets",
        description = "Shows what is left of every objective's error budget, over 28 days.",
        mixinStandardHelpOptions = true)
final class BudgetsCommand implements Callable<Integer> {

    private static final int A_PAGE = 100;

    @Mixin private Output output;
    @Mixin private Connection connection;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<JsonNode> budgets = all(connection.open());
        output.answer(Map.of("items", budgets), words(budgets));
        return 0;
    }

    private static List<JsonNode> all(ServerApi server) throws IOException, InterruptedException {
        List<JsonNode> budgets = new ArrayList<>();
        String next = "";
        do {
            String after = URLEncoder.encode(next, StandardCharsets.UTF_8);
            JsonNode page = server.get("/api/v1/budgets?limit=" + A_PAGE + "&after=" + after);
            page.path("items").forEach(budgets::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return budgets;
    }

    private static String words(List<JsonNode> budgets) {
        return budgets.isEmpty()
                ? "No indicator has an objective. One is given with: "
                        + Typed.command("apply -f FILE")
                : budgets.stream().map(BudgetsCommand::line).collect(Collectors.joining("\n"));
    }

    private static String line(JsonNode budget) {
        JsonNode left = budget.path("left");
        return "%-28s  %-28s  %7s aimed at  %s"
                .formatted(
                        budget.path("indicator").asString(),
                        budget.path("subject").asString(),
                        percent(budget.path("objective").asDouble(), 2),
                        left.isNumber()
                                ? percent(left.asDouble(), 0)
                                        + " of its budget left (%.0f of %.0f bad)"
                                                .formatted(
                                                        budget.path("bad").asDouble(),
                                                        budget.path("total").asDouble())
                                : "nothing counted");
    }

    private static String percent(double share, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f %%", 100 * share);
    }
}
