package dev.runside.bench.points;

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
import java.util.stream.IntStream;

/**
 * Connections that send one parcel after the other. A parcel is always sent by the same of them, so
 * that the points of a series come in their order.
 */
final class Senders {

    static final int MOST = 8;

    private final Receiver receiver;
    private final List<Parcel> parcels;

    Senders(Receiver receiver, List<? extends Parcel> parcels) {
        this.receiver = receiver;
        this.parcels = List.copyOf(parcels);
    }

    /** Every parcel so many times. */
    void sendAll(int times) throws IOException, InterruptedException {
        run(sender -> {
            long points = 0;
            for (int time = 0; time < times; time++) {
                for (Parcel parcel : sender.parcels()) {
                    points += sender.send(parcel);
                }
            }
            return points;
        });
    }

    /** So many requests in all, at full load. */
    void exactly(int requests) throws IOException, InterruptedException {
        AtomicInteger left = new AtomicInteger(requests);
        run(sender -> {
            long points = 0;
            for (int at = 0; left.getAndDecrement() > 0; at = (at + 1) % sender.parcels().size()) {
                points += sender.send(sender.parcels().get(at));
            }
            return points;
        });
    }

    /** Each parcel as soon as the last is answered. */
    Round full(Duration length) throws IOException, InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        return run(sender -> {
            long points = 0;
            for (int at = 0; System.nanoTime() < end; at = (at + 1) % sender.parcels().size()) {
                points += sender.send(sender.parcels().get(at));
            }
            return points;
        });
    }

    /** Every parcel once in a while, evenly spread. */
    Round paced(Duration length, Duration every) throws IOException, InterruptedException {
        long start = System.nanoTime();
        return run(sender -> {
            long points = 0;
            long step = every.toNanos() / sender.parcels().size();
            long due = start + sender.number() * step / MOST;
            for (int at = 0; due < start + length.toNanos(); at++) {
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                points += sender.send(sender.parcels().get(at % sender.parcels().size()));
                due += step;
            }
            long rest = start + length.toNanos() - System.nanoTime();
            Thread.sleep(Duration.ofNanos(Math.max(0, rest)));
            return points;
        });
    }

    private interface Sending {
        /** How many points it sent. */
        long by(Sender sender) throws IOException, InterruptedException;
    }

    private Round run(Sending sending) throws IOException, InterruptedException {
        Use before = Use.of(receiver.processes());
        long start = System.nanoTime();
        long points = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> all = new ArrayList<>();
            for (int number = 0; number < Math.min(MOST, parcels.size()); number++) {
                int own = number;
                all.add(
                        threads.submit(() -> {
                            try (Sender sender = new Sender(receiver, own, parcelsOf(own))) {
                                return sending.by(sender);
                            }
                        }));
            }
            for (Future<Long> each : all) {
                points += each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(receiver.name() + " failed under load", e.getCause());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Use after = Use.of(receiver.processes());
        return new Round(
                points, took, after.cpuSeconds() - before.cpuSeconds(), after.residentBytes());
    }

    private List<Parcel> parcelsOf(int sender) {
        return IntStream.range(0, parcels.size())
                .filter(at -> at % MOST == sender)
                .mapToObj(parcels::get)
                .toList();
    }
}
