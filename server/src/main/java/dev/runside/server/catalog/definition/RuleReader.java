package dev.runside.server.catalog.definition;

import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Indicator.Rule;
import java.time.Duration;
import java.util.List;

/** Reads when an indicator is worth a finding, as far as its measure can say so. */
final class RuleReader {

    private static final List<String> RULES =
            List.of("failing", "burn", "stalled", "surge", "unusual");
    private static final int ENOUGH = 10;
    private static final Duration BUCKET = Duration.ofSeconds(10);

    private static final Form<Double> SHARE =
            Form.number("a share above 0, at most 1", "0.2", share -> share > 0 && share <= 1);
    private static final Form<Double> BELOW =
            Form.number("a share above 0 and below 1", "0.3", share -> share > 0 && share < 1);
    private static final Form<Double> TIMES =
            Form.number("a number of times from 1 on", "3", times -> times >= 1);

    private static final Form<Double> CAPACITY =
            Form.number("a number above 0", "100", capacity -> capacity > 0);

    /** Judged in buckets of ten seconds, so nothing shorter can be seen. */
    private static final Form<Duration> WINDOW = Durations.between(BUCKET, Duration.ofHours(72));

    private static final Form<Integer> EVENTS = Form.count(1, 1_000_000);

    private static final Form<Severity> SEVERITY = Form.choice(Severity.class);

    /** Who hears of it: somebody is paged, or it waits for office hours. */
    private enum Severity {
        PAGE,
        TICKET
    }

    private final Measure measure;
    private final boolean hasObjective;

    RuleReader(Measure measure, boolean hasObjective) {
        this.measure = measure;
        this.hasObjective = hasObjective;
    }

    Rule read(Fields item) {
        String name = item.oneOf(RULES);
        Fields fields = name.isEmpty() ? item : item.fields(name, "{…}");
        Rule rule =
                switch (name) {
                    case "failing" -> failing(item, fields);
                    case "burn" -> burn(item, fields);
                    case "stalled" -> stalled(item, fields);
                    case "unusual" -> unusual(fields);
                    default -> surge(item, fields, name);
                };
        if (!name.isEmpty()) {
            fields.noOthers();
            item.noOthers();
        }
        return rule;
    }

    private Rule failing(Fields item, Fields fields) {
        needsShares(item, "failing");
        return new Rule.Failing(
                fields.read("share", SHARE),
                fields.read("over", WINDOW),
                fields.readOr("atLeast", EVENTS, ENOUGH));
    }

    private Rule burn(Fields item, Fields fields) {
        needsShares(item, "burn");
        if (!hasObjective) {
            item.fault("burn", "has no budget to burn", "add objective: 0.99 to the indicator");
        }
        Duration longWindow = fields.read("long", WINDOW);
        Duration shortWindow = fields.read("short", WINDOW);
        if (shortWindow.compareTo(longWindow) > 0) {
            fields.fault("short", "is longer than long", "write a shorter window");
        }
        int atLeast = fields.readOr("atLeast", EVENTS, ENOUGH);
        boolean page = fields.readOr("severity", SEVERITY, Severity.PAGE) == Severity.PAGE;
        return new Rule.Burn(fields.read("rate", TIMES), longWindow, shortWindow, atLeast, page);
    }

    private Rule stalled(Fields item, Fields fields) {
        if (!MeasureReader.isRate(measure)) {
            item.fault("stalled", "only goes with rate and sql", "use failing, or measure a rate");
        }
        return new Rule.Stalled(fields.read("below", BELOW), fields.read("over", WINDOW));
    }

    private Rule unusual(Fields fields) {
        if (fields.has("capacity") && !(measure instanceof Measure.Gauge)) {
            fields.fault("capacity", "only goes with gauge", "remove it, or measure a gauge");
        }
        return new Rule.Unusual(
                fields.readOr("page", Form.FLAG, false), fields.readIfAny("capacity", CAPACITY));
    }

    private Rule surge(Fields item, Fields fields, String name) {
        if (name.isEmpty()) {
            return new Rule.Surge(1, BUCKET, 1);
        }
        if (!(MeasureReader.isRate(measure) || measure instanceof Measure.Tickets)) {
            item.fault("surge", "only goes with rate, sql and tickets", "use failing");
        }
        return new Rule.Surge(
                fields.read("atLeast", EVENTS),
                fields.read("over", WINDOW),
                fields.readOr("times", TIMES, 3.0));
    }

    private void needsShares(Fields item, String rule) {
        if (!MeasureReader.tellsGoodFromBad(measure)) {
            item.fault(
                    rule,
                    "only goes with " + MeasureReader.SHARES,
                    "use stalled, surge or unusual");
        }
    }
}
