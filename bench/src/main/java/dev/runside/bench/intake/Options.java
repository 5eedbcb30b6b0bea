package dev.runside.bench.intake;

import java.util.Optional;

/**
 * As given on the command line.
 *
 * @param seconds of load for each side and each of the two kinds
 * @param peers whether Alertmanager is measured as well
 */
record Options(int seconds, boolean peers) {

    static final int MOST = 120;
    static final int USUAL = 25;

    static final String HELP =
            """
            bench/intake: how many alerts a second are taken in, and how long a batch waits for its answer.

            Runside, which answers when they are durable and keeps each occurrence once, beside Debian's Alertmanager, which keeps
            them in memory, in one run and in turns: 64 alerts a batch, 16 connections, 10,000 distinct alerts again and again;
            then every alert new. Uses the loopback interface only, ends by itself and ends everything that it started.
            What it writes lies in var/bench/intake. Linux.

              --seconds N        1 to 120 of load for each side and kind, in five turns (default 25)
              --without-peers    measures Runside alone, and gives no ratio
              --help

            Ends with 0 when all was taken and what must be stored is stored once; with 1 when not; with 2 when it could not begin.\
            """;

    Options {
        if (seconds < 1 || seconds > MOST) {
            throw new IllegalArgumentException("--seconds is a number from 1 to " + MOST);
        }
    }

    /** Empty when help is wanted. */
    static Optional<Options> read(String... words) {
        int seconds = USUAL;
        boolean peers = true;
        for (int at = 0; at < words.length; at++) {
            switch (words[at]) {
                case "--help", "-h" -> {
                    return Optional.empty();
                }
                case "--without-peers" -> peers = false;
                case "--seconds" -> seconds = number(words, ++at);
                default ->
                        throw new IllegalArgumentException(
                                "unknown: " + words[at] + "; bench/intake --help explains");
            }
        }
        return Optional.of(new Options(seconds, peers));
    }

    private static int number(String[] words, int at) {
        if (at >= words.length || !words[at].matches("\\d{1,4}")) {
            throw new IllegalArgumentException(words[at - 1] + " needs a number");
        }
        return Integer.parseInt(words[at]);
    }
}
