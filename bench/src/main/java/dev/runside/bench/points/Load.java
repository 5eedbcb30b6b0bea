package dev.runside.bench.points;

import dev.runside.bench.rig.Use;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * All series of an estate, on their way to one target. A batch is always sent by the same sender,
 * so that the points of a series come in their order.
 */
final class Load {

    static final int SENDERS = 8;

    private final Target target;
    private final List<Batch> batches;

    private Load(Target target, List<Batch> batches) {
        this.target = target;
        this.batches = batches;
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

    double sum() {
        return batches.stream().mapToDouble(Batch::sum).sum();
    }

    /** Every series so many times. */
    void sendAll(int times) throws IOException, InterruptedException {
        run(sender -> {
            long points = 0;
            for (int time = 0; time < times; time++) {
                for (Batch batch : sender.batches()) {
                    points += sender.send(batch);
                }
            }
            return points;
        });
    }

    /** Each batch as soon as the last is answered. */
    Round full(Duration length) throws IOException, InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        return run(sender -> {
            long points = 0;
            for (int at = 0; System.nanoTime() < end; at = (at + 1) % sender.batches().size()) {
                points += sender.send(sender.batches().get(at));
            }
            return points;
        });
    }

    /** Every series once in a while, evenly spread. */
    Round paced(Duration length, Duration every) throws IOException, InterruptedException {
        long start = System.nanoTime();
        return run(sender -> {
            long points = 0;
            long step = every.toNanos() / sender.batches().size();
            long due = start + sender.number() * step / SENDERS;
            for (int at = 0; due < start + length.toNanos(); at++) {
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                points += sender.send(sender.batches().get(at % sender.batches().size()));
                due += step;
            }
            long rest = start + length.toNanos() - System.nanoTime();
            Thread.sleep(Duration.ofNanos(Math.max(0, rest)));
            return points;
        });
    }

    /** Sends once more what holds this hop, in which a route now fails; when it went out. */
    long fail(int hop) throws IOException {
        Batch batch = batches.stream().filter(each -> each.holds(hop)).findFirst().orElseThrow();
        batch.fail(hop, 0);
        try (Sender sender = new Sender(target, 0, List.of(batch))) {
            long sent = System.nanoTime();
            sender.send(batch);
            return sent;
        }
    }

    private interface Sending {
        /** How many points it sent. */
        long by(Sender sender) throws IOException, InterruptedException;
    }

    private Round run(Sending sending) throws IOException, InterruptedException {
        Use before = Use.of(target.processes());
        long start = System.nanoTime();
        long points = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> all = new ArrayList<>();
            for (int number = 0; number < Math.min(SENDERS, batches.size()); number++) {
                int own = number;
                all.add(
                        threads.submit(() -> {
                            try (Sender sender = new Sender(target, own, batchesOf(own))) {
                                return sending.by(sender);
                            }
                        }));
            }
            for (Future<Long> each : all) {
                points += each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(target.name() + " failed under load", e.getCause());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Use after = Use.of(target.processes());
        return new Round(
                points, took, after.cpuSeconds() - before.cpuSeconds(), after.residentBytes());
    }

    private List<Batch> batchesOf(int sender) {
        return IntStream.range(0, batches.size())
                .filter(at -> at % SENDERS == sender)
                .mapToObj(batches::get)
                .toList();
    }
}
