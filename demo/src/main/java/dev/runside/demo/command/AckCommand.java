package dev.runside.demo.command;

import dev.runside.demo.launch.Staff;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "ack",
        description = "Acknowledges an incident as its owner, one of the sample company's people.",
        mixinStandardHelpOptions = true)
final class AckCommand implements Callable<Integer> {

    @Mixin private Output output = new Output();
    @Mixin private Where where = new Where();
    @Mixin private OneIncident incident = new OneIncident();

    @Override
    public Integer call() throws IOException, InterruptedException {
        OneIncident.Done done = incident.act(new Staff(where.site()), "ack", Map.of());
        output.answer(done.incident(), done.words("acknowledged"));
        return 0;
    }
}
