package dev.runside.bench.overlap;

import java.util.Optional;

/**
 * As given on the command line.
 *
 * @param pairs of failures in each mesh
 */
record Options(long seed, int pairs) {

    static final int MOST = 1_000;
    static final int USUAL = 200;

    static final String HELP =
            """
            bench/overlap: are the alerts of two failures at once told apart, and is the first hop of each named?

            Failures of one hop each in meshes of 11, 40 and 200 hops, made from a seed; their alerts and the calls between the hops are
            all there is to go by. Beside it the usual way: one incident for all that is connected within five minutes.
            Takes seconds.

              --seed N           another set of failures (default 1)
              --pairs N          1 to 1000 of them in each mesh (default 200)
              --help

            Ends with 0 when it was measured, with 2 when it could not begin.\
            """;

    Options {
        if (pairs < 1 || pairs > MOST) {
            throw new IllegalArgumentException("--pairs is a number from 1 to " + MOST);
        }
    }

    /** Empty when help is wanted. */
    static Optional<Options> read(String... words) {
        long seed = 1;
        int pairs = USUAL;
        for (int at = 0; at < words.length; at++) {
            switch (words[at]) {
                case "--help", "-h" -> {
                    return Optional.empty();
                }
                case "--seed" -> seed = number(words, ++at);
                case "--pairs" -> pairs = number(words, ++at);
                default ->
                        throw new IllegalArgumentException(
                                "unknown: " + words[at] + "; bench/overlap --help explains");
            }
        }
        return Optional.of(new Options(seed, pairs));
    }

    private static int number(String[] words, int at) {
        if (at >= words.length || !words[at].matches("\\d{1,9}")) {
            throw new IllegalArgumentException(words[at - 1] + " needs a number");
        }
        return Integer.parseInt(words[at]);
    }
}
