package dev.runside.bench.lose;

import java.util.Optional;
import java.util.Random;

/** As given on the command line. */
record Options(int kills, int withDatabase, long seed) {

    static final int MOST = 1_000;

    static final String HELP =
            """
            bench/lose: whether anything is lost that the server acknowledged.

            Senders of signals, tickets and alerts count what was acknowledged; meanwhile the server is killed with SIGKILL at
            random moments, 200 times, and the server with its PostgreSQL, every process of it, 50 times; then what is stored is
            compared. Takes 15 to 40 minutes, uses the loopback interface only, ends by itself and ends everything that it started.
            What it writes lies in var/bench/lose. Linux.

              --kills N          0 to 1000 of the server alone (default 200)
              --with-database N  0 to 1000 of both (default 50)
              --seed N           order and moments (default: any; it is printed)
              --help

            Ends with 0 when nothing was lost or doubled; with 1 when something was; with 2 when it could not begin.\
            """;

    Options {
        if (kills > MOST || withDatabase > MOST || kills + withDatabase < 1) {
            throw new IllegalArgumentException("at least one kill, and at most " + MOST);
        }
    }

    Losing.Plan plan() {
        return new Losing.Plan(kills, withDatabase, seed);
    }

    /** Empty when help is wanted. */
    static Optional<Options> read(String... words) {
        int kills = 200;
        int withDatabase = 50;
        long seed = new Random().nextInt(1_000_000);
        for (int at = 0; at < words.length; at++) {
            switch (words[at]) {
                case "--help", "-h" -> {
                    return Optional.empty();
                }
                case "--kills" -> kills = Math.toIntExact(number(words, ++at));
                case "--with-database" -> withDatabase = Math.toIntExact(number(words, ++at));
                case "--seed" -> seed = number(words, ++at);
                default ->
                        throw new IllegalArgumentException(
                                "unknown: " + words[at] + "; bench/lose --help explains");
            }
        }
        return Optional.of(new Options(kills, withDatabase, seed));
    }

    private static long number(String[] words, int at) {
        if (at >= words.length || !words[at].matches("\\d{1,9}")) {
            throw new IllegalArgumentException(words[at - 1] + " needs a number");
        }
        return Long.parseLong(words[at]);
    }
}
