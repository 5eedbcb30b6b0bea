package dev.runside.demo.command;

import dev.runside.demo.launch.Staff;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "resolve",
        description = "Resolves an incident as its owner, one of the sample company's people.",
        mixinStandardHelpOptions = true)
final class ResolveCommand implements Callable<Integer> {

    @Mixin private Output output = new Output();
    @Mixin private Where where = new Where();
    @Mixin private OneIncident incident = new OneIncident();

    @Option(
            names = "--cause",
            paramLabel = "TEXT",
            defaultValue = "broken on purpose",
            description = "What it was (default: ${DEFAULT-VALUE}).")
    private String cause = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        OneIncident.Done done =
                incident.act(new Staff(where.site()), "resolve", Map.of("cause", cause));
        output.answer(done.incident(), done.words("resolved"));
        return 0;
    }
}
