package dev.runside.bench.points;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** One whole measurement. {@code close} ends everything, from any thread. */
final class Measuring implements AutoCloseable {

    private final Plan plan;
    private final Consumer<String> tell;
    private final List<Load> loads;
    private boolean closed;

    private Measuring(Plan plan, List<Target> targets, Consumer<String> tell) {
        this.plan = plan;
        this.tell = tell;
        this.loads =
                targets.stream()
                        .map(target -> Load.of(target, plan.estate(), plan.inBatch()))
                        .toList();
    }

    /**
     * @param root the folder with the built distribution
     * @param prometheus the peer's program; without it Runside is measured alone
     */
    static Measuring start(
            Path root, Path folder, Optional<Path> prometheus, Plan plan, Consumer<String> tell)
            throws IOException, InterruptedException {
        List<Target> targets = new ArrayList<>();
        targets.add(OurServer.start(root, folder.resolve("ours"), plan.estate()));
        try {
            if (prometheus.isPresent()) {
                targets.add(
                        Prometheus.start(
                                prometheus.get(),
                                folder.resolve("peer"),
                                plan.estate(),
                                plan.interval()));
            }
            return new Measuring(plan, targets, tell);
        } catch (IOException | InterruptedException | RuntimeException e) {
            targets.getFirst().close();
            throw e;
        }
    }

    Outcome run() throws IOException, InterruptedException {
        for (Load load : loads) {
            load.sendAll(2);
        }
        told("warming up", loads.getFirst(), loads.getFirst().full(plan.warmup()));
        List<Round> usual = usual();
        List<List<Duration>> delays = delays();
        List<Round> full = full();
        List<Outcome.Side> sides = new ArrayList<>();
        for (int at = 0; at < loads.size(); at++) {
            Load load = loads.get(at);
            sides.add(
                    new Outcome.Side(
                            load.target().name(),
                            usual.get(at),
                            full.get(at),
                            delays.get(at),
                            load.sum(),
                            load.target().counted()));
        }
        return new Outcome(
                plan,
                sides.getFirst(),
                sides.size() == 1 ? Optional.empty() : Optional.of(sides.getLast()));
    }

    /** Both at once. */
    private List<Round> usual() throws IOException, InterruptedException {
        List<Round> rounds = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Round>> all = new ArrayList<>();
            for (Load load : loads) {
                all.add(threads.submit(() -> load.paced(plan.usual(), plan.every())));
            }
            for (Future<Round> each : all) {
                rounds.add(each.get());
                told("the usual pace", loads.get(rounds.size() - 1), rounds.getLast());
            }
            return rounds;
        } catch (ExecutionException e) {
            throw new IOException("the usual pace was not kept", e.getCause());
        }
    }

    private List<List<Duration>> delays() throws IOException, InterruptedException {
        var faults = new Faults(plan.estate(), plan.patience());
        List<List<Duration>> delays = new ArrayList<>();
        for (Load load : loads) {
            List<Duration> all = new ArrayList<>();
            for (int round = 0; round < plan.faults(); round++) {
                List<Duration> seen = faults.seen(load, round);
                tell.accept("%-12s faults seen after %s".formatted(load.target().name(), seen));
                all.addAll(seen);
            }
            delays.add(all);
        }
        return delays;
    }

    private List<Round> full() throws IOException, InterruptedException {
        List<List<Round>> rounds =
                loads.stream().map(_ -> (List<Round>) new ArrayList<Round>()).toList();
        for (int turn = 0; turn < plan.turns(); turn++) {
            for (int at = 0; at < loads.size(); at++) {
                Round round = loads.get(at).full(plan.interval());
                told("full load", loads.get(at), round);
                rounds.get(at).add(round);
            }
        }
        return rounds.stream().map(all -> all.stream().reduce(Round::plus).orElseThrow()).toList();
    }

    private void told(String kind, Load load, Round round) {
        tell.accept(
                "%-12s %s: %,.0f points a second, %.1f CPU s a million"
                        .formatted(
                                load.target().name(),
                                kind,
                                round.perSecond(),
                                round.cpuPerMillion()));
    }

    @Override
    public synchronized void close() throws IOException, InterruptedException {
        if (closed) {
            return;
        }
        closed = true;
        for (Load load : loads) {
            load.target().close();
        }
    }
}
