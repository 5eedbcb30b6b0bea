package dev.runside.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers go to standard output, as words or, with {@code --json}, for programs; the rest to
 * errors.
 */
final class Output {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", description = "Prints JSON, for programs.")
    private boolean json;

    void answer(Object forPrograms, String forPeople) {
        out().println(json ? asJson(forPrograms) : forPeople);
        out().flush();
    }

    /** A remark on the way to the answer. */
    void remark(String sentence) {
        PrintWriter err = command.commandLine().getErr();
        err.println(sentence);
        err.flush();
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    private static String asJson(Object value) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
