package dev.runside.demo.command;

import dev.runside.cli.launcher.Typed;
import dev.runside.demo.company.PlannedStop;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "stop",
        description = "Stops a service as planned work: Runside is told first, and heals nothing.",
        mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    @Mixin private Output output = new Output();
    @Mixin private Where where = new Where();

    @Parameters(
            paramLabel = "SERVICE",
            converter = ServiceName.class,
            completionCandidates = ServiceName.All.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String service = "";

    @Override
    public Integer call() throws IOException {
        new PlannedStop(where.site()).stop(service, "user:mara");
        output.answer(
                Map.of("stopped", service),
                service
                        + " is stopped as planned. `"
                        + Typed.command("demo start " + service)
                        + "` ends that.");
        return 0;
    }
}
