package dev.runside.bench.heal;

import java.util.Optional;
import java.util.Random;

/**
 * As given on the command line.
 *
 * @param kills on each side; pauses and planned stops likewise, deploys a third of it
 * @param peers whether they are measured as well
 */
record Options(int kills, long seed, boolean peers) {

    static final int MOST = 30;

    static final String HELP =
            """
            bench/heal: how long a killed service stays without its remedy, and without recovery that somebody verified.

            Runside with its guardrails on, beside Prometheus (scrape and evaluation once a second), Alertmanager (group_wait 0s)
            and webhook from Debian's packages, in one run: 30 like services each, 30 kills, 30 pauses of 2 s, 30 planned stops,
            10 deploys. Takes about five minutes, uses the loopback interface only, ends everything that it started.
            What it writes lies in var/bench/heal. Linux.

              --kills N          1 to 30 (default 30); as many pauses and stops, a third of it deploys
              --seed N           order and moments of what happens (default: any; it is printed)
              --without-peers    measures Runside alone, and gives no ratio
              --help

            Ends with 0 when every kill was healed and counted, and nothing else was; with 1 when not; with 2 when it could not begin.\
            """;

    Options {
        if (kills < 1 || kills > MOST) {
            throw new IllegalArgumentException("--kills is a number from 1 to " + MOST);
        }
    }

    /** Empty when help is wanted. */
    static Optional<Options> read(String... words) {
        int kills = MOST;
        long seed = new Random().nextInt(1_000_000);
        boolean peers = true;
        for (int at = 0; at < words.length; at++) {
            switch (words[at]) {
                case "--help", "-h" -> {
                    return Optional.empty();
                }
                case "--without-peers" -> peers = false;
                case "--kills" -> kills = Math.toIntExact(number(words, ++at));
                case "--seed" -> seed = number(words, ++at);
                default ->
                        throw new IllegalArgumentException(
                                "unknown: " + words[at] + "; bench/heal --help explains");
            }
        }
        return Optional.of(new Options(kills, seed, peers));
    }

    private static long number(String[] words, int at) {
        if (at >= words.length || !words[at].matches("\\d{1,9}")) {
            throw new IllegalArgumentException(words[at - 1] + " needs a number");
        }
        return Long.parseLong(words[at]);
    }
}
