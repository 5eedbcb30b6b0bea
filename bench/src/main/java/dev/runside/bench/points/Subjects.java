package dev.runside.bench.points;

import dev.runside.bench.rig.Command;
import dev.runside.bench.rig.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command {@code bench/subjects}. */
public final class Subjects {

    private static final String NAME = "subjects";
    private static final Duration LIMIT = Duration.ofMinutes(60);
    private static final String HELP =
            """
            bench/subjects: what a signal costs of the processor, server and PostgreSQL, with few subjects and with many.
            For 10, 100, 1,000 … subjects, each a hop with an indicator, its burn rate and a known alert, a Runside of its own is loaded
            with points (two series a subject, two points a request), with new signals that nobody judges (20 a request) and with the alerts
            (10 a request), by 8 connections, each with as many requests before what counts. The middle of three rounds counts.
            Uses the loopback interface only, ends by itself and ends everything that it started.
            What it writes lies in var/bench/subjects. Linux.
              --least N          10 to 100,000 subjects (default 10)
              --most N           10 to 100,000 subjects (default 100000)
              --seconds N        1 to 60 of each kind of load (default 12)
              --warmup N         1 to 100,000 requests of each kind first (default 10000)
              --help
            Ends with 0 when all was taken; with 1 when a server broke off before; with 2 when it could not begin.\
            """;

    private Subjects() {}

    /**
     * As given on the command line.
     *
     * @param least subjects
     * @param most subjects
     * @param seconds of each kind of load
     * @param warmup requests of each kind before that
     */
    record Wanted(int least, int most, int seconds, int warmup) {
        Wanted {
            if (least < 10 || least > most) {
                throw new IllegalArgumentException("--least is a number from 10 to --most");
            }
            if (most < 10 || most > 100_000) {
                throw new IllegalArgumentException("--most is a number from 10 to 100000");
            }
            if (seconds < 1 || seconds > 60) {
                throw new IllegalArgumentException("--seconds is a number from 1 to 60");
            }
            if (warmup < 1 || warmup > 100_000) {
                throw new IllegalArgumentException("--warmup is a number from 1 to 100000");
            }
        }

        static Optional<Wanted> read(String... words) {
            Wanted wanted = new Wanted(10, 100_000, 12, 10_000);
            for (int at = 0; at < words.length; at++) {
                switch (words[at]) {
                    case "--help", "-h" -> {
                        return Optional.empty();
                    }
                    case "--least", "--most", "--seconds", "--warmup" ->
                            wanted = wanted.with(words[at], number(words, ++at));
                    default ->
                            throw new IllegalArgumentException(
                                    "unknown: " + words[at] + "; bench/subjects --help explains");
                }
            }
            return Optional.of(wanted);
        }

        private Wanted with(String name, int value) {
            return new Wanted(
                    name.equals("--least") ? value : least,
                    name.equals("--most") ? value : most,
                    name.equals("--seconds") ? value : seconds,
                    name.equals("--warmup") ? value : warmup);
        }

        private static int number(String[] words, int at) {
            if (at >= words.length || !words[at].matches("\\d{1,6}")) {
                throw new IllegalArgumentException(words[at - 1] + " needs a number");
            }
            return Integer.parseInt(words[at]);
        }
    }

    public static void main(String... words) throws Exception {
        new Command<>(NAME, HELP, Wanted::read).run(words, Subjects::run);
    }

    private static int run(Wanted wanted) throws IOException, InterruptedException {
        return new Workplace(NAME, LIMIT)
                .occupy((root, folder) -> {
                    CostTable table = measure(wanted, root, folder);
                    System.out.println();
                    System.out.println(table.text());
                    System.out.println(table.json());
                    return table.costs().getLast().subjects() * 10L > wanted.most() ? 0 : 1;
                });
    }

    private static CostTable measure(Wanted wanted, Path root, Path folder)
            throws IOException, InterruptedException {
        System.out.println("What is written lies in " + folder + ".");
        List<Cost> costs = new ArrayList<>();
        for (int subjects = wanted.least(); subjects <= wanted.most(); subjects *= 10) {
            Duration length = Duration.ofSeconds(wanted.seconds());
            Path own = folder.resolve("with-" + subjects);
            try {
                Cost cost = Cost.measure(root, own, subjects, wanted.warmup(), length);
                System.out.println(CostTable.line(cost));
                costs.add(cost);
            } catch (IOException broken) {
                System.err.println(
                        "bench/subjects: not with %,d: %s; see %s"
                                .formatted(subjects, broken.getMessage(), own.resolve("data/log")));
                break;
            }
        }
        if (costs.isEmpty()) {
            throw new IOException("nothing could be measured");
        }
        return new CostTable(costs);
    }
}
