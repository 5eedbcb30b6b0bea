package dev.runside.cli;

import dev.runside.cli.client.ServerApi;
import dev.runside.cli.launcher.Typed;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(
        name = "flows",
        description = "Lists every flow with who is accountable for it.",
        mixinStandardHelpOptions = true)
final class FlowsCommand implements Callable<Integer> {

    private static final int A_PAGE = 500;

    @Mixin private Output output;
    @Mixin private Connection connection;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<JsonNode> flows = all(connection.open());
        output.answer(Map.of("items", flows), words(flows));
        return 0;
    }

    private static List<JsonNode> all(ServerApi server) throws IOException, InterruptedException {
        List<JsonNode> flows = new ArrayList<>();
        String next = "";
        do {
            String after = URLEncoder.encode(next, StandardCharsets.UTF_8);
            JsonNode page = server.get("/api/v1/flows?limit=" + A_PAGE + "&after=" + after);
            page.path("items").forEach(flows::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return flows;
    }

    private static String words(List<JsonNode> flows) {
        if (flows.isEmpty()) {
            return "No flows. A file that defines one is applied with: "
                    + Typed.command("apply -f FILE");
        }
        return flows.stream().map(FlowsCommand::line).collect(Collectors.joining("\n"));
    }

    private static String line(JsonNode flow) {
        String owner = flow.path("owner").asString("");
        return "%-28s  %-20s  %s"
                .formatted(
                        flow.path("name").asString(),
                        flow.path("product").asString(),
                        owner.isEmpty() ? "nobody: " + flow.path("gap").asString("") : owner);
    }
}
