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
        name = "mend",
        description = "Mends what was broken, where nobody has yet.",
        mixinStandardHelpOptions = true)
final class MendCommand implements Callable<Integer> {

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
        new Faults(where.site()).mend(fault);
        output.answer(Map.of("mended", fault.id()), "Mended: " + fault.id() + ".");
        return 0;
    }
}
