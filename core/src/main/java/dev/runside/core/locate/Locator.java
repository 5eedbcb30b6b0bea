package dev.runside.core.locate;

import dev.runside.core.locate.Evidence.CallsNoMore;
import dev.runside.core.locate.Evidence.Exhausted;
import dev.runside.core.locate.Evidence.Own;
import dev.runside.core.locate.Evidence.Waits;
import dev.runside.core.locate.Evidence.Way;
import dev.runside.core.locate.Evidence.Whole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Ranks places by what they add themselves.
 *
 * <pre>
 *   own(place)   = Own + what of its Whole is left when what it waits for is taken off
 *   blame(place) = own + the ways that touch it, each way counting for both its ends
 * </pre>
 *
 * A way's far end is told from its near end by how many of their ways are affected: where the place
 * itself is slow to reach, all of them are.
 */
public final class Locator {

    /** What is exhausted goes before whatever merely takes longer. */
    private static final double EXHAUSTED = 1;

    /** One that calls no longer what it called is blamed as half of what takes longest. */
    private static final double CALLS_NO_MORE = 0.5;

    /** How much it tells that not all ways of a place are affected. */
    private static final double UNAFFECTED_WAYS = 0.25;

    private final Map<String, Set<String>> dependencies;
    private final Collection<Evidence> evidence;
    private final Map<String, Double> wholes = new TreeMap<>();
    private final Map<String, Double> owns = new TreeMap<>();
    private final Map<String, Map<String, Double>> waits = new TreeMap<>();
    private final Map<String, List<Double>> ways = new TreeMap<>();

    private Locator(Map<String, Set<String>> dependencies, Collection<Evidence> evidence) {
        this.dependencies = dependencies;
        this.evidence = evidence;
        evidence.forEach(this::take);
    }

    /**
     * @param dependencies what each place calls
     * @return those that anything speaks against, most first; of equal ones by name
     */
    public static List<Located> rank(
            Map<String, Set<String>> dependencies, Collection<Evidence> evidence) {
        return new Locator(dependencies, evidence).rank();
    }

    private void take(Evidence one) {
        switch (one) {
            case Own(String place, double amount) -> owns.merge(place, amount, Double::sum);
            case Whole(String place, double amount) -> wholes.merge(place, amount, Double::sum);
            case Waits(String place, String other, double amount) ->
                    waits.computeIfAbsent(place, _ -> new TreeMap<>())
                            .merge(other, amount, Double::sum);
            case Way(String from, String to, double amount) -> {
                ways.computeIfAbsent(from, _ -> new ArrayList<>()).add(amount);
                ways.computeIfAbsent(to, _ -> new ArrayList<>()).add(amount);
            }
            case Exhausted _, CallsNoMore _ -> {}
        }
    }

    private List<Located> rank() {
        Map<String, Located> located = blamed();
        evidence.forEach(one ->
                suspicion(one)
                        .ifPresent(other -> located.merge(other.place(), other, Locator::both)));
        return located.values().stream()
                .sorted(
                        Comparator.comparingDouble(Located::score)
                                .reversed()
                                .thenComparing(each -> -wholes.getOrDefault(each.place(), 0.0)))
                .toList();
    }

    /** Who adds anything, as a share of who adds most; and last who only waits. */
    private Map<String, Located> blamed() {
        Set<String> places = new TreeSet<>(wholes.keySet());
        places.addAll(owns.keySet());
        places.addAll(ways.keySet());
        double most = places.stream().mapToDouble(this::blame).max().orElse(0);
        Map<String, Located> located = new TreeMap<>();
        for (String place : places) {
            double amount = blame(place);
            if (amount > 0) {
                located.put(place, new Located(place, amount / most, adds(amount)));
            } else if (wholes.getOrDefault(place, 0.0) > 0) {
                located.put(place, new Located(place, 0, "waits for what it calls"));
            }
        }
        return located;
    }

    /** What speaks against a place without an amount. */
    private static Optional<Located> suspicion(Evidence one) {
        return switch (one) {
            case Exhausted(String place) ->
                    Optional.of(new Located(place, EXHAUSTED, "has used up what it may use"));
            case CallsNoMore(String place, String other) ->
                    Optional.of(new Located(place, CALLS_NO_MORE, "no longer calls " + other));
            case Own _, Whole _, Waits _, Way _ -> Optional.empty();
        };
    }

    private static Located both(Located one, Located other) {
        return new Located(
                one.place(), one.score() + other.score(), other.reason() + "; " + one.reason());
    }

    private static String adds(double amount) {
        return String.format(Locale.ROOT, "adds %.3g itself that is not usual", amount);
    }

    private double blame(String place) {
        double whole = wholes.getOrDefault(place, 0.0);
        double own = owns.getOrDefault(place, 0.0) + Math.max(0, whole - waitedFor(place));
        List<Double> touching = ways.getOrDefault(place, List.of());
        double onWays = touching.stream().mapToDouble(amount -> amount).sum();
        if (onWays <= 0) {
            return own;
        }
        double affected = touching.stream().filter(amount -> amount > 0).count();
        return own + onWays * Math.pow(affected / touching.size(), UNAFFECTED_WAYS);
    }

    private double waitedFor(String place) {
        Map<String, Double> measured = waits.getOrDefault(place, Map.of());
        double sum = measured.values().stream().mapToDouble(amount -> amount).sum();
        for (String other : dependencies.getOrDefault(place, Set.of())) {
            if (!measured.containsKey(other) && !other.equals(place)) {
                sum += wholes.getOrDefault(other, 0.0);
            }
        }
        return sum;
    }
}
