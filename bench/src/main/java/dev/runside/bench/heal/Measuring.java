package dev.runside.bench.heal;

import dev.runside.bench.heal.fleet.Fleet;
import dev.runside.bench.heal.ours.Ours;
import dev.runside.bench.heal.peers.Peers;
import dev.runside.bench.heal.peers.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One whole measurement: starts both sides, takes them through the course, judges what came of it.
 * {@code close} ends everything, from any thread.
 */
final class Measuring implements AutoCloseable {

    private final Plan plan;
    private final Optional<Programs> programs;
    private final Consumer<String> tell;
    private final Ours ours;
    private final Optional<Peers> peers;
    private boolean closed;

    /**
     * @param root the folder with the built distribution
     * @param folder an empty one, for everything that is written
     */
    Measuring(Path root, Path folder, Plan plan, Optional<Programs> programs, Consumer<String> tell)
            throws IOException {
        this.plan = plan;
        this.programs = programs;
        this.tell = tell;
        this.ours =
                Ours.in(
                        root,
                        folder.resolve("ours"),
                        Fleet.in(folder.resolve("our-services"), plan.services()));
        this.peers =
                programs.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                Peers.in(
                                        programs.get(),
                                        folder.resolve("peers"),
                                        Fleet.in(
                                                folder.resolve("peers-services"),
                                                plan.services())));
    }

    Outcome run() throws IOException, InterruptedException {
        tell.accept("Starting %d services for Runside, and Runside.".formatted(plan.services()));
        ours.start();
        if (peers.isPresent()) {
            tell.accept("Starting as many for the peers, and the peers.");
            peers.get().start();
        }
        List<Trial> trials = new ArrayList<>(List.of(new Trial(ours)));
        peers.ifPresent(side -> trials.add(new Trial(side)));
        List<Map<String, Double>> cpu = idle(trials);
        new Course(trials, tell).run(plan);
        tell.accept("Waiting until every healing is verified.");
        return new Assessment(plan, ours, trials, cpu, versions()).outcome();
    }

    private List<String> versions() throws IOException, InterruptedException {
        return programs.isPresent() ? programs.get().versions() : List.of();
    }

    private List<Map<String, Double>> idle(List<Trial> trials)
            throws IOException, InterruptedException {
        tell.accept(
                "Nothing happens for %d s: what watching costs."
                        .formatted(plan.idle().toSeconds()));
        List<CpuShare> shares = new ArrayList<>();
        for (Trial trial : trials) {
            shares.add(CpuShare.from(trial.side().watchers()));
        }
        Thread.sleep(plan.idle());
        return shares.stream().map(CpuShare::percent).toList();
    }

    @Override
    public synchronized void close() throws IOException, InterruptedException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            ours.close();
        } finally {
            if (peers.isPresent()) {
                peers.get().close();
            }
        }
    }
}
