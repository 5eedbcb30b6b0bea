package dev.runside.bench.watch;

import java.util.Optional;

/** As given on the command line. */
record Options(int indicators, int hours) {

    private static final int MOST_INDICATORS = 10_000;
    private static final int FEWEST_HOURS = 3;
    private static final int MOST_HOURS = 48;

    static final Options USUAL = new Options(100, 6);

    static final String HELP =
            """
            bench/watch: what does it cost to watch indicators by their burn rates, and does it find what Prometheus' rules find?

            Each indicator counts thirty events every ten seconds, and is bad for a quarter of an hour in each two hours. It is judged after
            each of them over an hour and five minutes (14.4 times the budget): by the core's watches, on one core, and by the rules of
            Debian's Prometheus (promtool test rules), which fails where the two find different things. Takes about a minute.

              --indicators N     1 to 10000 (default 100)
              --hours N          3 to 48 hours of events (default 6)
              --help

            Ends with 0 when it was measured, with 2 when it could not begin.\
            """;

    Options {
        between(indicators, 1, MOST_INDICATORS, "--indicators");
        between(hours, FEWEST_HOURS, MOST_HOURS, "--hours");
    }

    private static void between(int number, int least, int most, String option) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    "%s is a number from %d to %d".formatted(option, least, most));
        }
    }

    /** Empty when help is wanted. */
    static Optional<Options> read(String... words) {
        int indicators = USUAL.indicators();
        int hours = USUAL.hours();
        for (int at = 0; at < words.length; at++) {
            switch (words[at]) {
                case "--help", "-h" -> {
                    return Optional.empty();
                }
                case "--indicators" -> indicators = number(words, ++at);
                case "--hours" -> hours = number(words, ++at);
                default ->
                        throw new IllegalArgumentException(
                                "unknown: " + words[at] + "; bench/watch --help explains");
            }
        }
        return Optional.of(new Options(indicators, hours));
    }

    private static int number(String[] words, int at) {
        if (at >= words.length || !words[at].matches("\\d{1,9}")) {
            throw new IllegalArgumentException(words[at - 1] + " needs a number");
        }
        return Integer.parseInt(words[at]);
    }
}
