package dev.runside.demo.command;

import dev.runside.demo.fault.Fault;
import dev.runside.demo.fault.Faults;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "break",
        description = "Breaks something in the running demo.",
        mixinStandardHelpOptions = true)
final class BreakCommand implements Callable<Integer> {

    @Mixin private Output output = new Output();
    @Mixin private Where where = new Where();

    @Parameters(
            paramLabel = "FAULT",
            converter = FaultName.class,
            completionCandidates = FaultName.All.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Fault fault = Fault.KILL_CHECKOUT;

    @Override
    public Integer call() throws IOException {
        new Faults(where.site()).inject(fault);
        output.answer(
                Map.of("broken", fault.id()),
                "Broken: "
                        + fault.description()
                        + ".\nMend it with `runside demo mend "
                        + fault.id()
                        + "`.");
        return 0;
    }
}
