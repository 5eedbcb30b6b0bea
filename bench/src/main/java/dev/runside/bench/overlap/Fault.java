package dev.runside.bench.overlap;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A hop that fails, with the alerts that it brings about there and at what calls it.
 *
 * @param root where it began
 */
record Fault(int root, List<Alert> alerts) {

    /** A caller fails with what it calls. */
    private static final double SPREADS = 0.85;

    /** The failing hop itself says something. */
    private static final double ROOT_SPEAKS = 0.9;

    /** An alert that should fire does. */
    private static final double FIRES = 0.9;

    private static final List<List<String>> KINDS =
            List.of(
                    List.of("HighErrorRate"),
                    List.of("HighLatency"),
                    List.of("HighErrorRate", "HighLatency"));

    private static final List<String> AT_ROOT = List.of("HighCpu", "MemoryFull", "Saturated");

    /** Lasts about so long, in seconds. */
    private static final int LASTS = 1_500;

    /**
     * @param begins since the trial began
     */
    record Alert(int hop, String name, Duration begins, Duration ends) {

        String key() {
            return name + "@" + hop;
        }
    }

    /**
     * @param after when it begins, since the trial began
     */
    static Fault at(int root, Duration after, Mesh mesh, Random random) {
        List<String> kinds = KINDS.get(random.nextInt(KINDS.size()));
        List<Alert> alerts = new ArrayList<>();
        spread(root, mesh, random)
                .forEach((hop, distance) -> {
                    if (hop != root || random.nextDouble() < ROOT_SPEAKS) {
                        names(hop == root, kinds, random)
                                .forEach(name ->
                                        alerts.add(alert(hop, name, after, distance, random)));
                    }
                });
        return new Fault(root, alerts);
    }

    private static List<String> names(boolean isRoot, List<String> kinds, Random random) {
        List<String> names = new ArrayList<>(kinds);
        if (isRoot && random.nextBoolean()) {
            names.add(AT_ROOT.get(random.nextInt(AT_ROOT.size())));
        }
        names.removeIf(_ -> random.nextDouble() >= FIRES);
        return names;
    }

    /** A rule speaks 15 to 75 s after what it looks at, and each hop adds up to 10 s. */
    private static Alert alert(int hop, String name, Duration after, int distance, Random random) {
        Duration begins =
                after.plusMillis(15_000 + random.nextInt(60_000))
                        .plusMillis(random.nextInt(1 + 10_000 * distance));
        return new Alert(
                hop, name, begins, after.plusSeconds(LASTS).plusMillis(random.nextInt(120_000)));
    }

    /** Who fails with it, each with how many calls away it is. */
    private static Map<Integer, Integer> spread(int root, Mesh mesh, Random random) {
        Map<Integer, Integer> failing = new LinkedHashMap<>(Map.of(root, 0));
        Deque<Integer> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            int here = open.remove();
            for (int caller : mesh.callers().getOrDefault(here, List.of())) {
                if (!failing.containsKey(caller) && random.nextDouble() < SPREADS) {
                    failing.put(caller, failing.getOrDefault(here, 0) + 1);
                    open.add(caller);
                }
            }
        }
        return failing;
    }
}
