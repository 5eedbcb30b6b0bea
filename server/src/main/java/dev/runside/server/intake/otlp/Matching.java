package dev.runside.server.intake.otlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the indicators that count something of one metric. */
final class Matching {

    private final String metric;
    private final String unit;
    private final Rejections rejections;

    /**
     * @param rejections where it is told that an indicator cannot use the metric; what it counts is
     *     taken all the same, for others
     */
    Matching(String metric, String unit, Rejections rejections) {
        this.metric = metric;
        this.unit = unit;
        this.rejections = rejections;
    }

    List<Match> of(List<Use> concerned, Map<String, String> attributes, Counts counts) {
        List<Match> matches = new ArrayList<>();
        for (Use use : concerned) {
            if (use.covers(attributes)) {
                match(use, attributes, counts).ifPresent(matches::add);
            }
        }
        return matches;
    }

    private Optional<Match> match(Use use, Map<String, String> attributes, Counts counts) {
        if (use.needsBuckets() && !counts.hasBuckets()) {
            warn(use, "needs a histogram with explicit bounds");
            return Optional.empty();
        }
        Optional<Double> bound = use.boundIn(unit);
        if (bound.isEmpty()) {
            warn(use, "cannot read the unit '" + unit + "'; s, ms, us and ns are known");
        }
        return bound.map(known -> new Match(use.indicator(), use.isBad(attributes), known));
    }

    private void warn(Use use, String why) {
        rejections.add(metric + ": the indicator " + use.indicator().name() + " " + why, 0);
    }
}
