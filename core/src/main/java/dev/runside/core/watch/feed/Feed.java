package dev.runside.core.watch.feed;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.signal.Signal;
import dev.runside.core.watch.Sample;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Which indicators of one catalog a signal adds to, and what. */
public final class Feed {

    private static final String TICKETS = "";

    private final Catalog catalog;
    private final BiPredicate<String, String> matches;
    private final Map<String, List<Indicator>> byMetric = new HashMap<>();

    /**
     * @param matches whether a regular expression matches a whole value
     */
    public Feed(Catalog catalog, BiPredicate<String, String> matches) {
        this.catalog = catalog;
        this.matches = matches;
        catalog.indicators()
                .values()
                .forEach(indicator ->
                        counted(indicator.measure())
                                .ifPresent(metric ->
                                        byMetric.merge(
                                                metric, List.of(indicator), Feed::together)));
    }

    /** What a signal adds to one indicator. */
    public record Gain(String indicator, Sample sample) {}

    private static List<Indicator> together(List<Indicator> some, List<Indicator> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Optional<String> counted(Measure measure) {
        return switch (measure) {
            case Measure.Gauge gauge -> Optional.of(gauge.metric());
            case Measure.Rate rate -> Optional.of(rate.metric());
            case Measure.Tickets _ -> Optional.of(TICKETS);
            case Measure.Ratio _,
                    Measure.Latency _,
                    Measure.Queried _,
                    Measure.Alert _,
                    Measure.Job _ ->
                    Optional.empty();
        };
    }

    /** Whether it may add anything: most signals do not. */
    public static boolean feeds(Signal signal) {
        return signal.subject().isPresent()
                && (signal.kind().equals("ticket") || signal.kind().equals(Reported.KIND));
    }

    /** What it adds to what; a metric that no indicator counts is read by its own. */
    public List<Gain> gains(Signal signal) {
        Optional<Ref> subject = signal.subject().filter(_ -> feeds(signal));
        return subject.map(about -> gains(signal, about)).orElse(List.of());
    }

    private List<Gain> gains(Signal signal, Ref subject) {
        if (signal.kind().equals("ticket")) {
            return each(TICKETS, subject, signal, 1);
        }
        return Reported.of(signal)
                .map(reported ->
                        switch (reported) {
                            case Reported.OfIndicator(String name, double good, double total) ->
                                    List.of(new Gain(name, sample(signal, good, total)));
                            case Reported.OfMetric(String metric, double value) ->
                                    ofMetric(signal, subject, metric, value);
                        })
                .orElse(List.of());
    }

    private List<Gain> ofMetric(Signal signal, Ref subject, String metric, double value) {
        List<Gain> declared = each(metric, subject, signal, value);
        return declared.isEmpty()
                ? List.of(
                        new Gain(new Derived(metric, subject).name(), sample(signal, value, value)))
                : declared;
    }

    /** The baseline of its own that a signal needs. */
    public Optional<Derived> derived(Signal signal) {
        return signal.subject()
                .filter(_ -> feeds(signal))
                .flatMap(subject ->
                        Reported.of(signal)
                                .filter(Reported.OfMetric.class::isInstance)
                                .map(Reported.OfMetric.class::cast)
                                .map(read -> new Derived(read.metric(), subject)))
                .filter(derived -> each(derived.metric(), derived.subject(), signal, 0).isEmpty());
    }

    private List<Gain> each(String metric, Ref subject, Signal signal, double value) {
        return byMetric.getOrDefault(metric, List.of()).stream()
                .filter(indicator -> catalog.isPartOf(subject, indicator.subject()))
                .filter(indicator -> covers(indicator.measure(), signal.attributes()))
                .map(indicator -> new Gain(indicator.name(), sample(signal, value, value)))
                .toList();
    }

    private static Sample sample(Signal signal, double good, double total) {
        Instant at = signal.judgedAt();
        return new Sample(at, at, good, total);
    }

    private boolean covers(Measure measure, Map<String, String> attributes) {
        Map<String, String> where =
                switch (measure) {
                    case Measure.Gauge gauge -> gauge.where();
                    case Measure.Rate rate -> rate.where();
                    case Measure.Ratio _,
                            Measure.Latency _,
                            Measure.Tickets _,
                            Measure.Queried _,
                            Measure.Alert _,
                            Measure.Job _ ->
                            Map.of();
                };
        return where.entrySet().stream()
                .allMatch(each ->
                        attributes.containsKey(each.getKey())
                                && matches.test(
                                        each.getValue(),
                                        attributes.getOrDefault(each.getKey(), "")));
    }
}
