package dev.runside.cli;

import dev.runside.cli.client.ServerApi;
import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Home;
import dev.runside.cli.local.RunFile;
import dev.runside.cli.local.RunningProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "Says what runs on a data folder and since when.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:runs and is ready", "3:does not run, or is not ready"})
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_READY = 3;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z").withZone(ZoneId.systemDefault());

    @Mixin private Output output;
    @Mixin private DataOption data;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DataFolder folder = data.folder(Home.current());
        Optional<RunFile> run = RunFile.find(folder).filter(found -> !found.alive().isEmpty());
        if (run.isEmpty()) {
            output.answer(
                    Map.of("running", false, "ready", false, "data", folder.path().toString()),
                    "Nothing runs on " + folder.path() + ". Start it: runside up");
            return NOT_READY;
        }
        return report(folder, run.get());
    }

    private int report(DataFolder folder, RunFile run) throws InterruptedException {
        boolean ready = isReady(folder, run.url());
        List<RunningProcess> alive = run.alive();
        output.answer(
                Map.of(
                        "running", true,
                        "ready", ready,
                        "url", run.url(),
                        "otlpUrl", run.otlpUrl(),
                        "startedAt", run.startedAt(),
                        "processes", alive,
                        "data", folder.path().toString()),
                words(folder, run, ready));
        return ready ? 0 : NOT_READY;
    }

    private static boolean isReady(DataFolder folder, String url) throws InterruptedException {
        try {
            return ServerApi.at(url, "", folder.trustStore()).ask("/health/ready").status() == 200;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    private static String words(DataFolder folder, RunFile run, boolean ready) {
        String processes =
                run.processes().stream().map(StatusCommand::line).collect(Collectors.joining("\n"));
        return """
        Runside %s at %s, started %s
        %s
          telemetry  %s
          data       %s\
        """
                .formatted(
                        ready ? "is ready" : "runs but is not ready",
                        run.url(),
                        since(run.startedAt()),
                        processes,
                        run.otlpUrl(),
                        folder.path());
    }

    private static String line(RunningProcess process) {
        return "  %-9s  %s"
                .formatted(
                        process.name(),
                        process.lives()
                                ? "process %d since %s"
                                        .formatted(process.pid(), since(process.startedAt()))
                                : "gone");
    }

    private static String since(Instant moment) {
        Duration age = Duration.between(moment, Instant.now());
        String ago =
                age.toHours() > 0
                        ? age.toHours() + " h " + age.toMinutesPart() + " min"
                        : age.toMinutes() > 0 ? age.toMinutes() + " min" : age.toSeconds() + " s";
        return MOMENT.format(moment) + " (" + ago + ")";
    }
}
