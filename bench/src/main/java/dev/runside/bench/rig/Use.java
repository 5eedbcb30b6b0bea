package dev.runside.bench.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes and their children have used, as Linux counts it.
 *
 * @param cpuSeconds since they began, with the children that have ended
 * @param residentBytes memory; what several share is shared out among them
 */
public record Use(double cpuSeconds, long residentBytes) {

    private static final double TICKS_A_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final int TIMES = 4;

    public static Use of(List<ProcessHandle> processes) {
        List<ProcessHandle> all =
                processes.stream()
                        .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()))
                        .distinct()
                        .toList();
        return new Use(
                all.stream().mapToDouble(Use::cpu).sum(),
                all.stream().mapToLong(Use::resident).sum());
    }

    /** User and system time of the process and of its children that were waited for. */
    private static double cpu(ProcessHandle process) {
        String stat = read(process, "stat");
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        long ticks = 0;
        for (int at = USER_TIME; at < USER_TIME + TIMES; at++) {
            ticks += Long.parseLong(fields[at]);
        }
        return ticks / TICKS_A_SECOND;
    }

    private static long resident(ProcessHandle process) {
        return read(process, "smaps_rollup")
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }

    /** Empty when it is gone. */
    private static String read(ProcessHandle process, String file) {
        Path path = Path.of("/proc", Long.toString(process.pid()), file);
        try {
            return Files.readString(path);
        } catch (IOException _) {
            return ""; // Linux says in several ways that it is gone.
        }
    }
}
