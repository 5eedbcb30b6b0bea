package dev.runside.demo.command;

import dev.runside.demo.company.PlannedStop;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "start",
        description = "Starts a service that was stopped, and says that the planned work is over.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

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
        new PlannedStop(where.site()).start(service, "user:mara");
        output.answer(Map.of("started", service), service + " is started.");
        return 0;
    }
}
