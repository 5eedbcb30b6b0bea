package dev.runside.bench.points;

import dev.runside.bench.rig.Until;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets routes fail of some hops far apart, and waits until the target says so. */
record Faults(Estate estate, Duration patience) {

    private static final int HOPS = 10;

    /**
     * From the moment at which the points go out that show a fault until the API says it, for each
     * hop.
     *
     * @param round the hops differ from one to the next
     */
    List<Duration> seen(Load load, int round) throws IOException, InterruptedException {
        Map<Integer, Long> sent = new HashMap<>();
        for (int each = 0; each < Math.min(HOPS, estate.hops()); each++) {
            int hop = (each * estate.hops() / HOPS + round) % estate.hops();
            sent.put(hop, load.fail(hop));
        }
        List<Duration> delays = new ArrayList<>();
        Until.holds(
                load.target().name() + " sees the faults",
                patience,
                () -> {
                    Set<Integer> burning = load.target().burning();
                    long now = System.nanoTime();
                    for (int hop : burning) {
                        Long since = sent.remove(hop);
                        if (since != null) {
                            delays.add(Duration.ofNanos(now - since));
                        }
                    }
                    return sent.isEmpty();
                });
        return delays;
    }
}
