package dev.runside.cli;

import dev.runside.cli.launcher.Typed;
import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Home;
import dev.runside.cli.local.RunningProcess;
import dev.runside.cli.local.StopFromOutside;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "down",
        description = "Stops what runs on a data folder.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    @Mixin private Output output;
    @Mixin private DataOption data;

    @Override
    public Integer call() throws IOException {
        DataFolder folder = data.folder(Home.current());
        List<RunningProcess> stopped = new StopFromOutside(folder, output::remark).stop();
        output.answer(Map.of("stopped", stopped), stopped.isEmpty() ? nothing(folder) : "Stopped.");
        return 0;
    }

    private static String nothing(DataFolder folder) throws IOException {
        String elsewhere =
                Home.current()
                        .runningData()
                        .map(other ->
                                " What runs on %s is stopped by: %s"
                                        .formatted(
                                                other.path(),
                                                Typed.command(
                                                        "down --data " + Typed.word(other.path()))))
                        .orElse("");
        return "Nothing runs on " + folder.path() + "." + elsewhere;
    }
}
