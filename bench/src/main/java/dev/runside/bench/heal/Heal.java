package dev.runside.bench.heal;

import dev.runside.bench.heal.peers.PeersMissing;
import dev.runside.bench.heal.peers.Programs;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** The command {@code bench/heal}. */
public final class Heal {

    private static final Duration LIMIT = Duration.ofSeconds(450);
    private static final int NOT_BEGUN = 2;

    private Heal() {}

    public static void main(String... words) throws Exception {
        Optional<Options> options;
        try {
            options = Options.read(words);
        } catch (IllegalArgumentException wrong) {
            System.err.println("bench/heal: " + wrong.getMessage());
            System.exit(NOT_BEGUN);
            return;
        }
        if (options.isEmpty()) {
            System.out.println(Options.HELP);
            return;
        }
        System.exit(run(options.get()));
    }

    private static int run(Options options) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("runside.root")).toAbsolutePath();
        Path folder = Files.createDirectories(root.resolve("var").resolve("bench").resolve("heal"));
        try (FileChannel file =
                        FileChannel.open(
                                folder.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                System.err.println("bench/heal: another one is under way in " + folder);
                return NOT_BEGUN;
            }
            return measure(options, root, folder);
        } catch (PeersMissing missing) {
            System.err.println("bench/heal: " + missing.getMessage());
            return NOT_BEGUN;
        }
    }

    private static int measure(Options options, Path root, Path folder)
            throws IOException, InterruptedException {
        Optional<Programs> programs =
                options.peers()
                        ? Optional.of(Programs.get(folder.resolve("packages")))
                        : Optional.empty();
        Path fresh = empty(folder.resolve("run"));
        Plan plan = Plan.of(options);
        System.out.println("Seed " + plan.seed() + ". What is written lies in " + fresh + ".");
        AtomicBoolean broken = new AtomicBoolean();
        try (Measuring measuring =
                new Measuring(root, fresh, plan, programs, System.out::println)) {
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                broken.set(true);
                                end(measuring);
                            }));
            bound();
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

    /** Whatever hangs, it ends. */
    private static void bound() {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        Thread.sleep(LIMIT);
                    } catch (InterruptedException _) {
                        return;
                    }
                    System.err.println("bench/heal: not through within its time");
                    System.exit(1);
                });
    }

    private static Path empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> old;
            try (Stream<Path> all = Files.walk(folder)) {
                old = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : old) {
                Files.delete(each);
            }
        }
        return Files.createDirectories(folder);
    }
}
