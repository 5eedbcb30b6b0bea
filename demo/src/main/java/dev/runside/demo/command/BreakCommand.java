package dev.runside.demo.command;

import dev.runside.cli.launcher.Typed;
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
                "Broken: " + fault.description() + ".\n" + whatToDo());
        return 0;
    }

    private String whatToDo() {
        if (fault.healsItself()) {
            return "The agent heals it: `" + Typed.command("incidents --state all") + "`.";
        }
        return fault.isLearnt() ? whatToTeach() : whatToMend();
    }

    private static String whatToTeach() {
        return """
        Its owner is paged: `%s` says who, and the incident's number.
        Have inventory restarted in the owner's name: `%s`.
        Then, when it has recovered: `%s`.
        After the third time a runbook is drafted: `%s`.\
        """
                .formatted(
                        Typed.command("incidents"),
                        Typed.command("demo exec NUMBER restart inventory"),
                        Typed.command(
                                "demo resolve NUMBER --cause \"inventory leaks connections\""),
                        Typed.command("runbook proposals"));
    }

    private String whatToMend() {
        return """
        Its owner is paged: `%s` says who, and the incident's number.
        Take it in the owner's name: `%s`.
        Mend it: `%s`.
        Then, when it has recovered: `%s`.\
        """
                .formatted(
                        Typed.command("incidents"),
                        Typed.command("demo ack NUMBER"),
                        Typed.command("demo mend " + fault.id()),
                        Typed.command("demo resolve NUMBER"));
    }
}
