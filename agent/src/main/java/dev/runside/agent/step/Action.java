package dev.runside.agent.step;

import java.time.Duration;
import java.util.List;

/** What a step asks for. */
public sealed interface Action {

    /** For people and logs. */
    String words();

    record OnService(Verb verb, String name) implements Action {

        @Override
        public String words() {
            return "service " + verb.word() + " " + name;
        }
    }

    /** A program and its arguments, never a line for a shell. */
    record RunCommand(List<String> argv) implements Action {

        public RunCommand {
            argv = List.copyOf(argv);
            if (argv.isEmpty()) {
                throw new IllegalArgumentException("A command needs a program");
            }
        }

        /** Arguments may hold what is nobody's business. */
        @Override
        public String words() {
            return "command " + argv.getFirst();
        }
    }

    record Rest(Duration length) implements Action {

        @Override
        public String words() {
            return "wait " + length.toMillis() + " ms";
        }
    }

    /** Something that this version of the agent does not know. */
    record Unheard(String words) implements Action {}
}
