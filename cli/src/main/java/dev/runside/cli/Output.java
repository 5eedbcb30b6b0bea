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

    private static final int REPLACEMENT = 0xfffd;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", description = "Prints JSON, for programs.")
    private boolean json;

    void answer(Object forPrograms, String forPeople) {
        out().println(json ? asJson(forPrograms) : printable(forPeople));
        out().flush();
    }

    /** The first half of an answer that takes a while; programs get all of it at the end. */
    void beforeAnswer(String forPeople) {
        if (!json) {
            out().println(printable(forPeople));
            out().flush();
        }
    }

    /** A remark on the way to the answer. */
    void remark(String sentence) {
        PrintWriter err = command.commandLine().getErr();
        err.println(printable(sentence));
        err.flush();
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** What others wrote must not steer the terminal: of its control characters a trace is left. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .map(each -> steers(each) ? REPLACEMENT : each)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }

    /** Escape sequences begin with a control character; marks of direction reorder what is read. */
    private static boolean steers(int character) {
        boolean layout = character == '\n' || character == '\t';
        boolean direction =
                character >= 0x202a && character <= 0x202e
                        || character >= 0x2066 && character <= 0x2069;
        return Character.isISOControl(character) && !layout || direction;
    }

    private static String asJson(Object value) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
