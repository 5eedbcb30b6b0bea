package dev.runside.bench.heal;

import dev.runside.bench.heal.fleet.Side;
import dev.runside.bench.heal.ours.Ours;
import dev.runside.bench.heal.ours.Story;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Judges a course that is through: which kills count, and what was wrong. */
final class Assessment {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Plan plan;
    private final Ours ours;
    private final List<Trial> trials;
    private final List<Map<String, Double>> cpu;
    private final List<String> peerVersions;
    private final List<String> wrong = new ArrayList<>();
    private final Map<Kill, Story> counted = new LinkedHashMap<>();

    /**
     * @param trials ours first
     * @param cpu in the order of the trials
     */
    Assessment(
            Plan plan,
            Ours ours,
            List<Trial> trials,
            List<Map<String, Double>> cpu,
            List<String> peerVersions) {
        this.plan = plan;
        this.ours = ours;
        this.trials = trials;
        this.cpu = cpu;
        this.peerVersions = peerVersions;
    }

    Outcome outcome() throws IOException, InterruptedException {
        Trial own = trials.getFirst();
        count(own);
        nothingElse(own);
        Result result = result(own, List.copyOf(counted.keySet()), cpu.getFirst());
        if (result.needless() > 0) {
            wrong.add(
                    "Runside started %d remedies that nothing called for"
                            .formatted(result.needless()));
        }
        Optional<Result> other = Optional.empty();
        if (trials.size() > 1) {
            other = Optional.of(peers(trials.get(1)));
        }
        return new Outcome(plan, result, other, peerVersions, stages(), List.copyOf(wrong));
    }

    /** A kill counts with its whole line on record. */
    private void count(Trial own) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        for (Kill kill : own.kills()) {
            Optional<Story> story = ours.storyOf(kill.service(), kill.at());
            while (!whole(story) && Instant.now().isBefore(end)) {
                Thread.sleep(BETWEEN_LOOKS);
                story = ours.storyOf(kill.service(), kill.at());
            }
            judge(kill, story, own.ledger());
        }
    }

    private static boolean whole(Optional<Story> story) {
        return story.filter(each -> each.lacks().isEmpty()).isPresent();
    }

    private void judge(Kill kill, Optional<Story> story, Ledger ledger) throws IOException {
        String name = "the kill of " + kill.service().name();
        List<String> faults = new ArrayList<>();
        if (!kill.healed()) {
            faults.add(name + " was not healed");
        }
        if (story.isEmpty()) {
            faults.add(name + " has no incident");
        }
        story.map(Story::lacks)
                .filter(lacks -> !lacks.isEmpty())
                .ifPresent(lacks ->
                        faults.add("the record of " + name + " lacks " + String.join(", ", lacks)));
        int remedies =
                ledger.remediesOf(new Deed(Deed.Kind.KILL, kill.service(), kill.at())).size();
        if (remedies != 1) {
            faults.add(name + " led to " + remedies + " remedies");
        }
        if (faults.isEmpty()) {
            counted.put(kill, story.orElseThrow());
        }
        wrong.addAll(faults);
    }

    /** No incident that no kill explains. */
    private void nothingElse(Trial own) throws IOException, InterruptedException {
        if (own.kills().size() != plan.kills()) {
            wrong.add("%d kills of %d were made".formatted(own.kills().size(), plan.kills()));
        }
        Set<String> explained = new HashSet<>();
        counted.values().forEach(story -> explained.add(story.id()));
        for (Story story : ours.stories()) {
            if (!explained.contains(story.id())) {
                wrong.add("an incident that counts for no kill: " + story.title());
            }
        }
    }

    private Result peers(Trial trial) throws IOException, InterruptedException {
        List<Kill> healed = trial.kills().stream().filter(Kill::healed).toList();
        if (healed.size() != plan.kills()) {
            wrong.add("the peers healed %d kills of %d".formatted(healed.size(), plan.kills()));
        }
        return result(trial, healed, cpu.get(1));
    }

    private Result result(Trial trial, List<Kill> kills, Map<String, Double> share)
            throws IOException, InterruptedException {
        return new Result(
                trial.side().name(),
                kills.size(),
                Spread.of(kills.stream().map(Kill::toRemedy).toList()),
                Spread.of(kills.stream().map(Kill::toAnswer).toList()),
                well(trial.side(), kills),
                trial.ledger().remedies(),
                trial.ledger().unasked(trial.side().fleet().services()),
                share);
    }

    private static Spread well(Side side, List<Kill> kills)
            throws IOException, InterruptedException {
        List<Duration> durations = new ArrayList<>();
        for (Kill kill : kills) {
            side.saidWell(kill.service(), kill.at()).map(kill::until).ifPresent(durations::add);
        }
        return Spread.of(durations);
    }

    private Map<String, Double> stages() {
        Map<String, Function<Story, Optional<Instant>>> stations = new LinkedHashMap<>();
        stations.put("seen by the agent", story -> Optional.of(story.signalledAt()));
        stations.put("incident opened", story -> Optional.of(story.openedAt()));
        stations.put("diagnosed", Story::diagnosedAt);
        stations.put("remedy handed over", Story::handedOverAt);
        Map<String, Double> medians = new LinkedHashMap<>();
        stations.forEach((name, station) -> medians.put(name, median(station)));
        medians.put(
                "restart begun",
                Spread.of(counted.keySet().stream().map(Kill::toRemedy).toList()).median());
        return medians;
    }

    private double median(Function<Story, Optional<Instant>> station) {
        return Spread.of(
                        counted.entrySet().stream()
                                .flatMap(each ->
                                        station
                                                .apply(each.getValue())
                                                .map(each.getKey()::until)
                                                .stream())
                                .toList())
                .median();
    }
}
