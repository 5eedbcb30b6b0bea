package dev.runside.server.web.now;

import dev.runside.core.catalog.Indicator;
import dev.runside.core.triage.Finding;
import dev.runside.server.web.picture.Gauge;
import dev.runside.server.web.picture.Trace;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether a leadership metric is as it should be. Its indicator's own finding comes first; else it
 * is compared with what is aimed at, or with what was usual in the half hour before.
 *
 * @param tone good, bad, or past where nothing can be said
 */
public record Verdict(String words, String tone) {

    private static final double LOW = 0.8;

    static Verdict of(Indicator indicator, Gauge gauge, Optional<Finding> finding) {
        if (finding.isPresent()) {
            return bad(finding.get().said());
        }
        if (Double.isNaN(gauge.level())) {
            return bad("no data in the last minute");
        }
        return switch (indicator.measure()) {
            case Indicator.Measure.Ratio _,
                    Indicator.Measure.Latency _,
                    Indicator.Measure.Alert _,
                    Indicator.Measure.Job _ ->
                    aimed(indicator, gauge);
            case Indicator.Measure.Queried queried ->
                    queried.isAmount() ? compared(gauge) : aimed(indicator, gauge);
            case Indicator.Measure.Rate _ -> compared(gauge);
            case Indicator.Measure.Gauge _ -> good(Trace.number(gauge.level()));
            case Indicator.Measure.Tickets _ -> good("as usual");
        };
    }

    private static Verdict aimed(Indicator indicator, Gauge gauge) {
        double aim = 100 * indicator.objective().orElse(0.0);
        String words = "its aim of " + Trace.number(aim) + " %";
        return gauge.level() < aim ? bad("below " + words) : good("meets " + words);
    }

    private static Verdict compared(Gauge gauge) {
        OptionalDouble usual = gauge.usual();
        if (usual.isEmpty()) {
            return new Verdict("too early to say what is usual", "past");
        }
        return gauge.level() < LOW * usual.getAsDouble()
                ? bad("below usual: " + Trace.number(Math.rint(usual.getAsDouble())) + " a minute")
                : good("as usual");
    }

    private static Verdict good(String words) {
        return new Verdict(words, "good");
    }

    private static Verdict bad(String words) {
        return new Verdict(words, "bad");
    }

    /** The sign that goes with it. */
    public String sign() {
        return switch (tone) {
            case "good" -> "well";
            case "bad" -> "warn";
            default -> "unwatched";
        };
    }
}
