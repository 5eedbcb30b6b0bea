package dev.runside.bench.points;

import java.util.Optional;

/**
 * As given on the command line.
 *
 * @param interval at which Prometheus evaluates its rules, in seconds
 * @param seconds of each kind of load for each side
 * @param peers whether Prometheus is measured as well
 */
record Options(int indicators, int interval, int seconds, boolean peers) {

    static final int MOST_INDICATORS = 100_000;
    static final int MOST_SECONDS = 120;
    static final String HELP =
            """
            bench/points: what a data point costs that is folded into an indicator with a burn rate, and how soon a fault is seen.
            Runside, which answers when the points are durable, by OTLP, beside Debian's Prometheus, which gets the same samples by
            remote write and has the same rules: 14.4 times the error budget over 1 h and over 5 min, one rule for each indicator.
            First at the usual pace, each series every 10 s and both at once; then faults; then at full load, in turns of one
            evaluation interval. Uses the loopback interface only, ends by itself and ends everything that it started.
            What it writes lies in var/bench/points. Linux.
              --indicators N     1 to 100,000 with two series each (default 10000)
              --interval N       seconds from one evaluation of Prometheus's rules to the next, 1 to 60 (default 15; Prometheus's own is 60)
              --seconds N        1 to 120 of each kind of load for each side, in whole intervals (default 30)
              --without-peers    measures Runside alone, and gives no ratio
              --help
            Ends with 0 when every point was counted once and every fault seen; with 1 when not; with 2 when it could not begin.\
            """;

    Options {
        between(1, indicators, MOST_INDICATORS, "--indicators");
        between(1, interval, 60, "--interval");
        between(1, seconds, MOST_SECONDS, "--seconds");
    }

    private static void between(int least, int value, int most, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is a number from " + least + " to " + most);
        }
    }

    /** Empty when help is wanted. */
    static Optional<Options> read(String... words) {
        Options options = new Options(10_000, 15, 30, true);
        for (int at = 0; at < words.length; at++) {
            switch (words[at]) {
                case "--help", "-h" -> {
                    return Optional.empty();
                }
                case "--without-peers" -> options = options.alone();
                case "--indicators", "--interval", "--seconds" ->
                        options = options.with(words[at], number(words, ++at));
                default ->
                        throw new IllegalArgumentException(
                                "unknown: " + words[at] + "; bench/points --help explains");
            }
        }
        return Optional.of(options);
    }

    private Options alone() {
        return new Options(indicators, interval, seconds, false);
    }

    private Options with(String name, int value) {
        return new Options(
                name.equals("--indicators") ? value : indicators,
                name.equals("--interval") ? value : interval,
                name.equals("--seconds") ? value : seconds,
                peers);
    }

    private static int number(String[] words, int at) {
        if (at >= words.length || !words[at].matches("\\d{1,6}")) {
            throw new IllegalArgumentException(words[at - 1] + " needs a number");
        }
        return Integer.parseInt(words[at]);
    }
}
