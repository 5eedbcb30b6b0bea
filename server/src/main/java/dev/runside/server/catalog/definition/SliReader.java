package dev.runside.server.catalog.definition;

import java.util.List;
import java.util.Optional;

/** Reads how an SLI is measured. */
final class SliReader {

    private SliReader() {}

    static OpenSlo.Sli read(Fields spec) {
        String name = spec.oneOf(List.of("ratioMetric", "thresholdMetric"));
        return new OpenSlo.Sli(
                name.equals("ratioMetric")
                        ? ratio(spec.fields(name, "{…}"))
                        : new OpenSlo.Metric.Threshold(metered(spec, "thresholdMetric")));
    }

    private static OpenSlo.Metric ratio(Fields fields) {
        if (fields.has("raw")) {
            fields.fault(
                    "raw",
                    "says nothing of how many events there were",
                    "write good (or bad) and total");
            fields.ignore("raw", "rawType", "counter", "good", "bad", "total");
            return new OpenSlo.Metric.Threshold(new OpenSlo.Metered(Optional.empty(), "", ""));
        }
        boolean bad = fields.oneOf(List.of("good", "bad")).equals("bad");
        boolean counter = fields.read("counter", Form.FLAG);
        OpenSlo.Metric ratio =
                new OpenSlo.Metric.Ratio(
                        metered(fields, bad ? "bad" : "good"),
                        bad,
                        metered(fields, "total"),
                        counter);
        fields.noOthers();
        return ratio;
    }

    private static OpenSlo.Metered metered(Fields around, String name) {
        Fields metric = around.fields(name, "{metricSource: …}");
        Fields source = metric.fields("metricSource", "{type: Prometheus, spec: {query: …}}");
        OpenSloReader.type(source);
        Fields spec = source.fields("spec", "{query: …}");
        var metered =
                new OpenSlo.Metered(
                        source.readIfAny("metricSourceRef", Texts.NAME),
                        spec.read("query", Texts.PROMQL),
                        source.place("metricSourceRef"));
        spec.noOthers();
        source.noOthers();
        metric.noOthers();
        return metered;
    }
}
