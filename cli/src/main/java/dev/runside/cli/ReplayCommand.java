package dev.runside.cli;

import dev.runside.cli.local.Home;
import dev.runside.cli.local.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "replay",
        description =
                "Says what Runside would have made of recorded signals: incidents, owners, suspects.",
        footer = {
            "",
            "Needs no server. The signals are one in JSON a line, as POST /api/v1/signals takes them, with their time;",
            "they are taken in the order of their times. docs/reference/replay.md says what is written."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:replayed", "1:not done", "2:wrong usage, definitions or signals"})
final class ReplayCommand implements Callable<Integer> {

    private static final int MOST_SHOWN = 20;

    @Mixin private Output output;

    @Option(
            names = "--catalog",
            required = true,
            paramLabel = "DIR",
            description = "A folder of definitions.")
    private Path catalog;

    @Option(
            names = "--signals",
            required = true,
            paramLabel = "FILE",
            description = "The recorded signals.")
    private Path signals;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the incidents are written, in JSON.")
    private Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireThere();
        Instant began = Instant.now();
        int exit =
                new Tool(Home.current(), "server", "dev.runside.server.replay.RunsideReplay")
                        .run(List.of("" + catalog, "" + signals, "" + out));
        if (exit == 0) {
            JsonNode replayed = JsonMapper.shared().readTree(out.toFile());
            output.answer(replayed, words(replayed, Duration.between(began, Instant.now())));
        }
        return exit;
    }

    private void requireThere() throws IOException {
        if (!Files.isDirectory(catalog)) {
            throw new IOException("--catalog: there is no folder " + catalog + ".");
        }
        if (!Files.isReadable(signals)) {
            throw new IOException("--signals: there is no file " + signals + " to read.");
        }
    }

    private String words(JsonNode replayed, Duration took) {
        List<String> lines = new ArrayList<>();
        JsonNode incidents = replayed.path("incidents");
        incidents.valueStream().limit(MOST_SHOWN).forEach(each -> lines.add(line(each)));
        if (incidents.size() > MOST_SHOWN) {
            lines.add("and %d more".formatted(incidents.size() - MOST_SHOWN));
        }
        lines.add(
                "%d signals, %d of them of nothing in the catalog; %d incidents, %d pages. %.1f s. %s"
                        .formatted(
                                replayed.path("signals").asInt(),
                                replayed.path("unmapped").asInt(),
                                incidents.size(),
                                replayed.path("pages").asInt(),
                                took.toMillis() / 1000.0,
                                out));
        return String.join("\n", lines);
    }

    private static String line(JsonNode incident) {
        return "#%d %s %s %s, owner %s, %d signals"
                .formatted(
                        incident.path("number").asInt(),
                        incident.path("startedAt").asString(),
                        incident.path("tier").asString(),
                        incident.path("title").asString(),
                        incident.path("owner").asString("nobody"),
                        incident.path("members").size());
    }
}
