package dev.runside.server.catalog.definition;

import dev.runside.core.catalog.Indicator.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the one measure of an indicator. */
final class MeasureReader {

    /** The measures that tell good from bad. */
    static final String SHARES = "ratio, latency, promql, threshold, alert and job";

    private static final List<String> MEASURES =
            List.of(
                    "ratio",
                    "latency",
                    "rate",
                    "gauge",
                    "tickets",
                    "promql",
                    "threshold",
                    "sql",
                    "alert",
                    "job");

    private MeasureReader() {}

    static Measure read(Fields spec) {
        String name = spec.oneOf(MEASURES);
        Fields fields = name.isEmpty() ? spec : spec.fields(name, "{…}");
        Measure measure =
                switch (name) {
                    case "ratio" -> ratio(fields);
                    case "latency" -> latency(fields);
                    case "rate" -> new Measure.Rate(metric(fields), where(fields));
                    case "gauge" -> new Measure.Gauge(metric(fields), where(fields));
                    case "promql" -> QuestionReader.share(fields);
                    case "threshold" -> QuestionReader.threshold(fields);
                    case "sql" -> QuestionReader.amount(fields);
                    case "alert" -> alert(fields);
                    case "job" -> new Measure.Job(fields.read("name", Texts.JOB));
                    default -> new Measure.Tickets();
                };
        if (!name.isEmpty()) {
            fields.noOthers();
        }
        return measure;
    }

    static boolean tellsGoodFromBad(Measure measure) {
        return switch (measure) {
            case Measure.Ratio _, Measure.Latency _, Measure.Alert _, Measure.Job _ -> true;
            case Measure.Queried queried -> !queried.isAmount();
            case Measure.Rate _, Measure.Gauge _, Measure.Tickets _ -> false;
        };
    }

    /** Whether it is so many events, which rules of rates go with. */
    static boolean isRate(Measure measure) {
        return measure instanceof Measure.Rate
                || measure instanceof Measure.Queried queried && queried.isAmount();
    }

    private static Measure ratio(Fields fields) {
        Map<String, String> bad = patterns(fields, "bad");
        if (bad.isEmpty()) {
            fields.fault(
                    "bad",
                    "says of no event that it is bad",
                    "add bad: {http.response.status_code: '5..'}");
        }
        return new Measure.Ratio(metric(fields), where(fields), bad);
    }

    private static Measure latency(Fields fields) {
        return new Measure.Latency(
                metric(fields), where(fields), fields.read("under", Durations.ANY));
    }

    private static Measure alert(Fields fields) {
        return new Measure.Alert(fields.read("name", Texts.LINE), where(fields));
    }

    private static String metric(Fields fields) {
        return fields.read("metric", Texts.METRIC).intern();
    }

    private static Map<String, String> where(Fields fields) {
        return patterns(fields, "where");
    }

    /** Thousands of indicators name the same: kept once. */
    private static Map<String, String> patterns(Fields fields, String name) {
        Map<String, String> patterns = new LinkedHashMap<>();
        fields.readMap(name, Texts.PATTERN)
                .forEach(
                        (attribute, pattern) -> patterns.put(attribute.intern(), pattern.intern()));
        return patterns;
    }
}
