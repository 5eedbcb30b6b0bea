package dev.runside.bench.heal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What processes use of one core over a span of time: with the children that live at both its ends.
 */
final class CpuShare {

    private final Map<String, ProcessHandle> processes;
    private final Map<Long, Duration> before = new HashMap<>();
    private final long startedAt = System.nanoTime();

    private CpuShare(Map<String, ProcessHandle> processes) {
        this.processes = processes;
        processes
                .values()
                .forEach(each -> family(each).forEach(one -> before.put(one.pid(), used(one))));
    }

    static CpuShare from(Map<String, ProcessHandle> processes) {
        return new CpuShare(processes);
    }

    /** In percent of one core since the start, by name. */
    Map<String, Double> percent() {
        double nanos = System.nanoTime() - startedAt;
        Map<String, Double> shares = new HashMap<>();
        processes.forEach((name, process) -> shares.put(name, 100 * nanosOf(process) / nanos));
        return shares;
    }

    private double nanosOf(ProcessHandle process) {
        return family(process)
                .filter(one -> before.containsKey(one.pid()))
                .mapToDouble(one -> used(one).minus(before.get(one.pid())).toNanos())
                .sum();
    }

    private static Stream<ProcessHandle> family(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants());
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
