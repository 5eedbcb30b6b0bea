package dev.runside.bench.heal;

import dev.runside.bench.heal.peers.PeersMissing;
import dev.runside.bench.heal.peers.Programs;
import dev.runside.bench.rig.Command;
import dev.runside.bench.rig.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The command {@code bench/heal}. */
public final class Heal {

    private static final Duration LIMIT = Duration.ofSeconds(450);

    private Heal() {}

    public static void main(String... words) throws Exception {
        new Command<>("heal", Options.HELP, Options::read).run(words, Heal::run);
    }

    private static int run(Options options) throws IOException, InterruptedException {
        try {
            return new Workplace("heal", LIMIT)
                    .occupy((root, folder) -> measure(options, root, folder));
        } catch (PeersMissing missing) {
            System.err.println("bench/heal: " + missing.getMessage());
            return Workplace.NOT_BEGUN;
        }
    }

    private static int measure(Options options, Path root, Path folder)
            throws IOException, InterruptedException {
        Optional<Programs> programs =
                options.peers()
                        ? Optional.of(Programs.get(folder.resolveSibling("packages")))
                        : Optional.empty();
        Plan plan = Plan.of(options);
        System.out.println("Seed " + plan.seed() + ". What is written lies in " + folder + ".");
        AtomicBoolean broken = new AtomicBoolean();
        try (Measuring measuring =
                new Measuring(root, folder, plan, programs, System.out::println)) {
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                broken.set(true);
                                end(measuring);
                            }));
            Report report = new Report(measuring.run());
            System.out.println();
            System.out.println(report.table());
            System.out.println(report.json());
            return report.outcome().ok() ? 0 : 1;
        } catch (IOException | RuntimeException | AssertionError e) {
            if (broken.get()) {
                return 1; // What was ended from outside does not answer any more.
            }
            throw e;
        }
    }

    private static void end(Measuring measuring) {
        try {
            measuring.close();
        } catch (IOException e) {
            System.err.println("bench/heal: something may be left: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
