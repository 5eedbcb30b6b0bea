package dev.runside.bench.rig;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where one measurement writes, one at a time; and it ends, whatever hangs.
 *
 * @param name as in {@code bench/heal}
 * @param limit after which the process ends
 */
public record Workplace(String name, Duration limit) {

    public static final int NOT_BEGUN = 2;

    /** Measures in an empty folder and returns its exit code. */
    @FunctionalInterface
    public interface Work {
        int in(Path root, Path folder) throws IOException, InterruptedException;
    }

    public int occupy(Work work) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("runside.root")).toAbsolutePath();
        Path folder = Files.createDirectories(root.resolve("var").resolve("bench").resolve(name));
        try (FileChannel file =
                        FileChannel.open(
                                folder.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                System.err.println("bench/" + name + ": another one is under way in " + folder);
                return NOT_BEGUN;
            }
            bound();
            return work.in(root, empty(folder.resolve("run")));
        }
    }

    private void bound() {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        Thread.sleep(limit);
                    } catch (InterruptedException _) {
                        return;
                    }
                    System.err.println("bench/" + name + ": not through within its time");
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
