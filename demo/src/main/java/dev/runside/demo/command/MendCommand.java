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
        Faults faults = new Faults(where.site());
        boolean broken = faults.isBroken(fault);
        if (broken) {
            faults.mend(fault);
        }
        output.answer(
                Map.of("fault", fault.id(), "mended", broken),
                broken
                        ? "Mended: " + fault.id() + "."
                        : "Nothing to mend: " + fault.id() + " is not broken.");
        return 0;
    }
}
