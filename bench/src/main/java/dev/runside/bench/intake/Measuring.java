package dev.runside.bench.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One whole measurement. {@code close} ends everything, from any thread.
 *
 * <p>Of each kind some turns go before, which warm up and are not counted.
 */
final class Measuring implements AutoCloseable {

    static final int DISTINCT = 10_000;

    private static final Duration VOUCHED = Duration.ofMinutes(30);

    private final Plan plan;
    private final Load load;
    private final Consumer<String> tell;
    private final OurServer ours;
    private final List<Target> targets = new ArrayList<>();
    private final Map<Target, AtomicLong> fresh = new LinkedHashMap<>();
    private boolean closed;

    private Measuring(OurServer ours, Optional<Target> peer, Plan plan, Consumer<String> tell) {
        this.ours = ours;
        this.plan = plan;
        this.load = new Load(Load.CONNECTIONS, plan.turn(), plan.patience());
        this.tell = tell;
        targets.add(ours);
        peer.ifPresent(targets::add);
    }

    /**
     * @param root the folder with the built distribution
     * @param alertmanager the peer's program; without it Runside is measured alone
     */
    static Measuring start(
            Path root, Path folder, Optional<Path> alertmanager, Plan plan, Consumer<String> tell)
            throws IOException, InterruptedException {
        OurServer ours = OurServer.start(root, folder.resolve("ours"));
        try {
            Optional<Target> peer =
                    alertmanager.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    Alertmanager.start(alertmanager.get(), folder.resolve("peer")));
            return new Measuring(ours, peer, plan, tell);
        } catch (IOException | InterruptedException | RuntimeException e) {
            ours.close();
            throw e;
        }
    }

    Outcome run() throws IOException, InterruptedException {
        Instant begin = Instant.now();
        List<byte[]> around = new Alerts(begin, begin.plus(VOUCHED)).around(DISTINCT);
        Map<String, Long> empty = ours.rows();
        for (Target target : targets) {
            tell.accept(target.name() + " hears of each alert, and of each once more.");
            load.sendAll(target, around);
        }
        Map<String, Long> known = ours.rows();
        Map<Target, List<Round>> again = turns("known", _ -> repeats(around));
        Map<String, Long> repeated = ours.rows();
        Map<Target, List<Round>> news = turns("new", this::news);
        Ledger ledger =
                new Ledger(
                        List.of(empty, known, repeated, ours.rows()),
                        DISTINCT,
                        numbers(ours).get() - DISTINCT);
        return new Outcome(
                side(ours, again, news),
                targets.stream()
                        .filter(target -> target != ours)
                        .findFirst()
                        .map(peer -> side(peer, again, news)),
                ledger,
                ours.settings());
    }

    private static Outcome.Side side(
            Target target, Map<Target, List<Round>> again, Map<Target, List<Round>> news) {
        return new Outcome.Side(
                target.name(),
                new Figures(again.getOrDefault(target, List.of())),
                new Figures(news.getOrDefault(target, List.of())));
    }

    private Map<Target, List<Round>> turns(String kind, Function<Target, Load.Bodies> bodies)
            throws IOException, InterruptedException {
        Map<Target, List<Round>> rounds = new LinkedHashMap<>();
        for (int turn = -plan.warmups(); turn < plan.turns(); turn++) {
            for (Target target : targets) {
                Round round = load.send(target, bodies.apply(target));
                tell.accept(
                        "%-12s every alert %s: %,.0f a second%s"
                                .formatted(
                                        target.name(),
                                        kind,
                                        round.perSecond(),
                                        turn < 0 ? ", warming up" : ""));
                if (turn >= 0) {
                    rounds.computeIfAbsent(target, _ -> new ArrayList<>()).add(round);
                }
            }
        }
        return rounds;
    }

    private static Load.Bodies repeats(List<byte[]> around) {
        return number -> around.get(number % around.size());
    }

    private Load.Bodies news(Target target) {
        Instant now = Instant.now();
        var alerts = new Alerts(now, now.plus(VOUCHED));
        AtomicLong next = numbers(target);
        return _ -> alerts.batch(next.getAndAdd(Alerts.IN_BATCH));
    }

    private AtomicLong numbers(Target target) {
        return fresh.computeIfAbsent(target, _ -> new AtomicLong(DISTINCT));
    }

    @Override
    public synchronized void close() throws IOException, InterruptedException {
        if (closed) {
            return;
        }
        closed = true;
        for (Target target : targets) {
            target.close();
        }
    }
}
