package dev.runside.bench.overlap;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Pairs of failures, a day apart from the next pair, as signals, with what each signal is of. */
final class Trials {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration APART = Duration.ofDays(1);

    /** The second begins within this time of the first. */
    private static final int WITHIN_SECONDS = 600;

    private final List<Signal> signals = new ArrayList<>();
    private final List<Truth> truths = new ArrayList<>();

    /**
     * @param alerts ids of the signals by which it shows
     */
    record Truth(Ref root, Set<String> alerts) {}

    static Trials of(Mesh mesh, int pairs, Random random) {
        Trials trials = new Trials();
        for (int pair = 0; pair < pairs; pair++) {
            Duration later = Duration.ofMillis(random.nextInt(1_000 * WITHIN_SECONDS));
            int first = random.nextInt(mesh.hops());
            int second = (first + 1 + random.nextInt(mesh.hops() - 1)) % mesh.hops();
            trials.add(
                    START.plus(APART.multipliedBy(pair)),
                    List.of(
                            Fault.at(first, Duration.ZERO, mesh, random),
                            Fault.at(second, later, mesh, random)));
        }
        trials.signals.sort(Comparator.comparing(Signal::time));
        return trials;
    }

    /** An alert that fires already does not fire again: it is of whichever failure was first. */
    private void add(Instant start, List<Fault> faults) {
        Set<String> firing = new HashSet<>();
        List<Set<String>> ids = faults.stream().<Set<String>>map(_ -> new HashSet<>()).toList();
        record Of(int fault, Fault.Alert alert) {}
        List<Of> all = new ArrayList<>();
        for (int fault = 0; fault < faults.size(); fault++) {
            for (Fault.Alert alert : faults.get(fault).alerts()) {
                all.add(new Of(fault, alert));
            }
        }
        all.sort(Comparator.comparing(of -> of.alert().begins()));
        for (Of of : all) {
            if (firing.add(of.alert().key())) {
                String id = "a" + signals.size();
                ids.get(of.fault()).add(id);
                signals.add(signal(id, of.alert(), start.plus(of.alert().begins()), "firing"));
                signals.add(
                        signal(id + "-end", of.alert(), start.plus(of.alert().ends()), "resolved"));
            }
        }
        for (int fault = 0; fault < faults.size(); fault++) {
            if (!ids.get(fault).isEmpty()) {
                truths.add(new Truth(Mesh.hop(faults.get(fault).root()), ids.get(fault)));
            }
        }
    }

    private static Signal signal(String id, Fault.Alert alert, Instant time, String state) {
        return new Signal(
                id,
                Ref.parse("source:bench"),
                time,
                time,
                "alert",
                Optional.of(Mesh.hop(alert.hop())),
                Signal.Severity.CRITICAL,
                alert.name(),
                Map.of("alertname", alert.name(), "state", state),
                alert.key());
    }

    /** In the order of their times. */
    List<Signal> signals() {
        return signals;
    }

    List<Truth> truths() {
        return truths;
    }
}
