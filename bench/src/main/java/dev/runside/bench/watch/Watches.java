package dev.runside.bench.watch;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.catalog.Layer;
import dev.runside.core.watch.Sample;
import dev.runside.core.watch.Watch;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The core's watches over the course, judged after each sample. */
final class Watches {

    static final double RATE = 14.4;
    static final double OBJECTIVE = 0.99;

    private static final Rule BURN =
            new Rule.Burn(RATE, Duration.ofHours(1), Duration.ofMinutes(5), 10, true);

    private final Course course;
    private final List<Watch> watches = new ArrayList<>();
    private final Set<Integer> burning = new HashSet<>();
    private int findings;

    /**
     * @param findings raised
     * @param burning who burns, at each step at which that is beyond doubt
     * @param cpuSeconds of the one thread that judged
     */
    record Outcome(int findings, Map<Integer, Set<Integer>> burning, double cpuSeconds) {}

    private Watches(Course course) {
        this.course = course;
        for (int at = 0; at < course.indicators(); at++) {
            watches.add(new Watch(indicator(at)));
        }
    }

    static Outcome over(Course course) {
        Watches watches = new Watches(course);
        Set<Integer> sure = Set.copyOf(course.sure());
        Map<Integer, Set<Integer>> burning = new TreeMap<>(Comparator.naturalOrder());
        long before = cpuNanos();
        for (int step = 1; step < course.steps(); step++) {
            watches.pass(step);
            if (sure.contains(step)) {
                burning.put(step, Set.copyOf(watches.burning));
            }
        }
        return new Outcome(watches.findings, burning, (cpuNanos() - before) / 1e9);
    }

    private void pass(int step) {
        Instant from = course.time(step - 1);
        Instant now = course.time(step);
        for (int at = 0; at < watches.size(); at++) {
            Watch watch = watches.get(at);
            int good = course.bad(at, step) ? 0 : Course.EVENTS;
            watch.accept(new Sample(from, now, good, Course.EVENTS));
            for (Watch.Verdict verdict : watch.judge(now)) {
                switch (verdict) {
                    case Watch.Verdict.Raised _ -> {
                        findings++;
                        burning.add(at);
                    }
                    case Watch.Verdict.Cleared _ -> burning.remove(at);
                }
            }
        }
    }

    private static Indicator indicator(int at) {
        return new Indicator(
                "answers-" + at,
                "Answers",
                Ref.parse("hop:mesh/hop-" + at),
                Layer.PRODUCT,
                Function.PLATFORM,
                new Measure.Ratio("answers", Map.of(), Map.of("result", "miss")),
                Optional.of(OBJECTIVE),
                List.of(BURN),
                false);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
