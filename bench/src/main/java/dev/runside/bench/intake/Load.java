package dev.runside.bench.intake;

import dev.runside.bench.rig.Connection;
import dev.runside.bench.rig.Use;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Connections that send one batch after the other, each as soon as the last is answered.
 *
 * @param length of a turn
 * @param patience how long a target may take to come to rest after it
 */
record Load(int connections, Duration length, Duration patience) {

    static final int CONNECTIONS = 16;

    private static final String PATH = "/api/v2/alerts";
    private static final int OK = 200;
    private static final Duration STEP = Duration.ofMillis(500);
    private static final double AT_REST = 0.1;

    /** The body with this number, counted over all connections. */
    interface Bodies {
        byte[] body(int number);
    }

    /** Each body once; then waits until the target is at rest. */
    void sendAll(Target target, List<byte[]> bodies) throws IOException, InterruptedException {
        try (Connection connection = new Connection(target.port(), PATH, target.headers())) {
            for (byte[] body : bodies) {
                require(target, connection.post(body));
            }
        }
        rest(target);
    }

    /** Sends until the time is over; then waits until the target is at rest. */
    Round send(Target target, Bodies bodies) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        Use before = Use.of(target.processes());
        long start = System.nanoTime();
        long end = start + length.toNanos();
        List<Long> nanos = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> senders = new ArrayList<>();
            for (int sender = 0; sender < connections; sender++) {
                senders.add(threads.submit(() -> sendUntil(target, bodies, next, end)));
            }
            for (Future<List<Long>> sender : senders) {
                nanos.addAll(sender.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(target.name() + " failed under load", e.getCause());
        }
        long took = System.nanoTime() - start;
        double cpuInLoad = Use.of(target.processes()).cpuSeconds() - before.cpuSeconds();
        Duration rest = rest(target);
        Use after = Use.of(target.processes());
        return new Round(
                (long) nanos.size() * Alerts.IN_BATCH,
                Duration.ofNanos(took),
                nanos,
                cpuInLoad,
                after.cpuSeconds() - before.cpuSeconds(),
                rest,
                after.residentBytes());
    }

    private static List<Long> sendUntil(Target target, Bodies bodies, AtomicInteger next, long end)
            throws IOException {
        List<Long> nanos = new ArrayList<>();
        try (Connection connection = new Connection(target.port(), PATH, target.headers())) {
            while (System.nanoTime() < end) {
                byte[] body = bodies.body(next.getAndIncrement());
                long sent = System.nanoTime();
                int status = connection.post(body);
                nanos.add(System.nanoTime() - sent);
                require(target, status);
            }
        }
        return nanos;
    }

    private static void require(Target target, int status) throws IOException {
        if (status != OK) {
            throw new IOException(target.name() + " answered " + status);
        }
    }

    /** What was put off is paid as well. */
    private Duration rest(Target target) throws IOException, InterruptedException {
        long start = System.nanoTime();
        double share = 1;
        while (share > AT_REST && System.nanoTime() - start < patience.toNanos()) {
            double before = Use.of(target.processes()).cpuSeconds();
            Thread.sleep(STEP);
            double used = Use.of(target.processes()).cpuSeconds() - before;
            share = used / STEP.toMillis() * 1000;
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
