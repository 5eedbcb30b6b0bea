package dev.runside.bench.points;

import dev.runside.bench.heal.peers.PeersMissing;
import dev.runside.bench.heal.peers.Programs;
import dev.runside.bench.rig.Command;
import dev.runside.bench.rig.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The command {@code bench/points}. */
public final class Points {

    private static final String NAME = "points";

    private Points() {}

    public static void main(String... words) throws Exception {
        new Command<>(NAME, Options.HELP, Options::read).run(words, Points::run);
    }

    private static int run(Options options) throws IOException, InterruptedException {
        try {
            return new Workplace(NAME, Plan.of(options).limit())
                    .occupy((root, folder) -> measure(options, root, folder));
        } catch (PeersMissing missing) {
            System.err.println("bench/points: " + missing.getMessage());
            return Workplace.NOT_BEGUN;
        }
    }

    private static int measure(Options options, Path root, Path folder)
            throws IOException, InterruptedException {
        Optional<Path> peer = options.peers() ? Optional.of(prometheus(folder)) : Optional.empty();
        System.out.println("What is written lies in " + folder + ".");
        try (Measuring measuring =
                Measuring.start(root, folder, peer, Plan.of(options), System.out::println)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(measuring)));
            Report report = new Report(measuring.run());
            System.out.println();
            System.out.println(report.table());
            System.out.println(report.json());
            return report.outcome().ok() ? 0 : 1;
        }
    }

    private static Path prometheus(Path folder) throws IOException, InterruptedException {
        return Programs.get(folder.resolveSibling("packages")).prometheus();
    }

    private static void end(Measuring measuring) {
        try {
            measuring.close();
        } catch (IOException e) {
            System.err.println("bench/points: something may be left: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
