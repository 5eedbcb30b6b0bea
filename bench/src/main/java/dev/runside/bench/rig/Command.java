package dev.runside.bench.rig;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A measurement as a command.
 *
 * @param name as in {@code bench/heal}
 * @param options of the words on the command line; empty when help is wanted, and throws {@link
 *     IllegalArgumentException} with what is wrong with them
 */
public record Command<O>(String name, String help, Function<String[], Optional<O>> options) {

    /** Returns the exit code. */
    @FunctionalInterface
    public interface Measurement<O> {
        int with(O options) throws IOException, InterruptedException;
    }

    /** Ends the process with the measurement's exit code. */
    public void run(String[] words, Measurement<O> measurement)
            throws IOException, InterruptedException {
        System.exit(outcome(words, measurement));
    }

    private int outcome(String[] words, Measurement<O> measurement)
            throws IOException, InterruptedException {
        Optional<O> read;
        try {
            read = options.apply(words);
        } catch (IllegalArgumentException wrong) {
            System.err.println("bench/" + name + ": " + wrong.getMessage());
            return Workplace.NOT_BEGUN;
        }
        if (read.isEmpty()) {
            System.out.println(help);
            return 0;
        }
        return measurement.with(read.get());
    }
}
