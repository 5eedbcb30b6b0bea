package dev.runside.bench.storm;

import java.util.Optional;

/**
 * As given on the command line.
 *
 * @param seconds in which all of them are sent
 */
record Options(int alerts, int seconds) {

    static final int MOST_ALERTS = 500_000;
    static final int MOST_SECONDS = 600;
    private static final int USUAL_ALERTS = 100_000;
    private static final int USUAL_SECONDS = 60;

    static final String HELP =
            """
            bench/storm: how many incidents and pages come of a storm of alerts that has three causes.

            201 hops in three products, each hanging on one hop that fails; their alerts come as Prometheus posts them, each of another instance,
            the causes' own in the first seconds. Uses the loopback interface only, ends by itself and ends everything that it started.
            What it writes lies in var/bench/storm.

              --alerts N         3 to 500,000 (default 100,000)
              --seconds N        1 to 600, in which they are sent (default 60)
              --help

            Ends with 0 when there is an incident and a page for each cause, and its suspect is the cause; with 1 when not; with 2 when it could not begin.\
            """;

    Options {
        if (alerts < Storming.ESTATE.trees() || alerts > MOST_ALERTS) {
            throw new IllegalArgumentException("--alerts is a number from 3 to " + MOST_ALERTS);
        }
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new IllegalArgumentException("--seconds is a number from 1 to " + MOST_SECONDS);
        }
    }

    /** Empty when help is wanted. */
    static Optional<Options> read(String... words) {
        int alerts = USUAL_ALERTS;
        int seconds = USUAL_SECONDS;
        for (int at = 0; at < words.length; at++) {
            switch (words[at]) {
                case "--help", "-h" -> {
                    return Optional.empty();
                }
                case "--alerts" -> alerts = number(words, ++at);
                case "--seconds" -> seconds = number(words, ++at);
                default ->
                        throw new IllegalArgumentException(
                                "unknown: " + words[at] + "; bench/storm --help explains");
            }
        }
        return Optional.of(new Options(alerts, seconds));
    }

    private static int number(String[] words, int at) {
        if (at >= words.length || !words[at].matches("\\d{1,7}")) {
            throw new IllegalArgumentException(words[at - 1] + " needs a number");
        }
        return Integer.parseInt(words[at]);
    }
}
