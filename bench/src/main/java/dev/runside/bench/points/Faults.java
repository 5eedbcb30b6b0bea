package dev.runside.bench.points;

import dev.runside.bench.rig.Until;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets routes fail of some hops far apart, and waits until the target says so. */
record Faults(Estate estate, Duration patience) {

    private static final int HOPS = 10;

    /**
     * From the moment at which the points go out that show a fault until the API says it, for each
     * hop. The API is asked all the while: a fault need not wait for those after it.
     *
     * @param round the hops differ from one to the next
     */
    List<Duration> seen(Load load, int round) throws IOException, InterruptedException {
        Map<Integer, Long> sent = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> sending = threads.submit(() -> send(load, round, sent));
            List<Duration> delays = awaited(load.target(), sent);
            sending.get();
            return delays;
        } catch (ExecutionException e) {
            throw new IOException("a fault could not be sent", e.getCause());
        }
    }

    private boolean send(Load load, int round, Map<Integer, Long> sent) throws IOException {
        for (int each = 0; each < hops(); each++) {
            int hop = (each * estate.hops() / HOPS + round) % estate.hops();
            load.fail(hop, () -> sent.put(hop, System.nanoTime()));
        }
        return true;
    }

    private int hops() {
        return Math.min(HOPS, estate.hops());
    }

    private List<Duration> awaited(Target target, Map<Integer, Long> sent)
            throws InterruptedException {
        Map<Integer, Duration> delays = new HashMap<>();
        Until.holds(
                target.name() + " sees the faults",
                patience,
                () -> {
                    for (int hop : target.burning()) {
                        long now = System.nanoTime();
                        Long since = sent.get(hop);
                        if (since != null) {
                            delays.putIfAbsent(hop, Duration.ofNanos(now - since));
                        }
                    }
                    return delays.size() == hops();
                });
        return new ArrayList<>(delays.values());
    }
}
