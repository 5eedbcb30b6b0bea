package dev.runside.bench.points;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** All series of an estate, on their way to one target. */
final class Load {

    private final Target target;
    private final List<Batch> batches;
    private final Senders senders;

    private Load(Target target, List<Batch> batches) {
        this.target = target;
        this.batches = batches;
        this.senders = new Senders(target, batches);
    }

    /**
     * @param inBatch how many points go in one request, at most, in whole hops
     */
    static Load of(Target target, Estate estate, int inBatch) {
        Instant since = Instant.now();
        int hops = Math.max(1, inBatch / 2 / estate.routes());
        List<Batch> batches =
                IntStream.iterate(0, first -> first < estate.hops(), first -> first + hops)
                        .mapToObj(first -> {
                            int end = Math.min(estate.hops(), first + hops);
                            Form form = target.protocol().form(estate, first, end, since);
                            int before = 2 * first * estate.routes();
                            return new Batch(
                                    form,
                                    first,
                                    estate.routes(),
                                    before / OurServer.SERIES_OF_SOURCE);
                        })
                        .toList();
        return new Load(target, batches);
    }

    Target target() {
        return target;
    }

    Senders senders() {
        return senders;
    }

    double sum() {
        return batches.stream().mapToDouble(Batch::sum).sum();
    }

    /** Every series so many times. */
    void sendAll(int times) throws IOException, InterruptedException {
        senders.sendAll(times);
    }

    Round full(Duration length) throws IOException, InterruptedException {
        return senders.full(length);
    }

    /** Every series once in a while. */
    Round paced(Duration length, Duration every) throws IOException, InterruptedException {
        return senders.paced(length, every);
    }

    /**
     * Sends once more what holds this hop, in which a route now fails.
     *
     * @param goesOut told just before
     */
    void fail(int hop, Runnable goesOut) throws IOException {
        Batch batch = batches.stream().filter(each -> each.holds(hop)).findFirst().orElseThrow();
        batch.fail(hop, 0);
        try (Sender sender = new Sender(target, 0, List.of(batch))) {
            goesOut.run();
            sender.send(batch);
        }
    }
}
