package dev.runside.cli;

import dev.runside.cli.client.ServerApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "apply",
        description = "Applies files of definitions, as a whole or not at all.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:applied", "1:refused, and nothing of it was applied", "2:wrong usage"})
final class ApplyCommand implements Callable<Integer> {

    private enum Done {
        CREATED("create"),
        CHANGED("change"),
        REMOVED("remove");

        private final String wouldBe;

        Done(String wouldBe) {
            this.wouldBe = wouldBe;
        }

        /** As the server's answer calls it. */
        String is() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin private Output output;
    @Mixin private Connection connection;

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE|DIR",
            description = "A YAML file, or a folder of them; can be given several times.")
    private List<Path> paths;

    @Option(names = "--dry-run", description = "Says what would be done, and does not do it.")
    private boolean dryRun;

    @Option(names = "--prune", description = "Removes what is not in these files.")
    private boolean prune;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Map<String, String>> files = DefinitionFiles.read(paths);
        ServerApi server = connection.open();
        JsonNode answer =
                server.post(
                        "/api/v1/definitions",
                        Map.of("files", files, "dryRun", dryRun, "prune", prune));
        answer.path("warnings").forEach(warning -> output.remark("warning: " + fault(warning)));
        answer.path("gaps").forEach(gap -> output.remark("gap: " + gap(gap)));
        output.answer(answer, words(answer));
        return 0;
    }

    private String words(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        for (Done done : Done.values()) {
            String word = dryRun ? "would " + done.wouldBe : done.is();
            answer.path(done.is())
                    .forEach(ref -> lines.add("%-8s %s".formatted(word, ref.asString())));
            counts.add(
                    answer.path(done.is()).size()
                            + " "
                            + (dryRun ? "to " + done.wouldBe : done.is()));
        }
        counts.add(answer.path("unchanged").size() + " unchanged");
        lines.add(
                String.join(", ", counts)
                        + (dryRun ? "; a dry run, nothing was done." : ".")
                        + " Catalog version "
                        + answer.path("version").asLong()
                        + ".");
        return String.join("\n", lines);
    }

    private static String fault(JsonNode fault) {
        return "%s:%d %s: %s; %s"
                .formatted(
                        text(fault, "file"),
                        fault.path("line").asInt(),
                        text(fault, "field"),
                        text(fault, "detail"),
                        text(fault, "fix"));
    }

    private static String gap(JsonNode gap) {
        return text(gap, "sentence") + "; " + text(gap, "fix");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
