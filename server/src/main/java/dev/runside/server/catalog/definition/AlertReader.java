package dev.runside.server.catalog.definition;

import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.server.catalog.definition.OpenSlo.Condition;
import dev.runside.server.catalog.definition.OpenSlo.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads when an objective alerts. Whom it alerts is not said here: the owner of the subject. */
final class AlertReader {

    private static final int ENOUGH = 10;

    /** As a short window is of a long one in the SRE Workbook, chapter 5. */
    private static final int SHARE = 12;

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private static final Form<Double> RATE =
            Form.number("a number of times from 1 on", "14.4", times -> times >= 1);
    private static final Form<String> BURN_RATE =
            new Form<>(
                    "a condition that is judged here",
                    "burnrate",
                    "burnrate",
                    text -> Optional.of(text).filter("burnrate"::equals),
                    _ -> "write burnrate");

    private AlertReader() {}

    static Policy policy(Fields spec) {
        spec.ignore(
                "alertWhenBreaching",
                "alertWhenResolved",
                "alertWhenNoData",
                "notificationTargets");
        List<Fields> conditions = spec.list("conditions");
        if (conditions.size() != 1) {
            spec.fault(
                    "conditions", "must hold one condition, has " + conditions.size(), "keep one");
        }
        return conditions.isEmpty()
                ? new Policy(Optional.empty(), Optional.empty())
                : policyOf(conditions.getFirst());
    }

    private static Policy policyOf(Fields item) {
        boolean named = item.has("conditionRef");
        var policy =
                new Policy(
                        item.readIfAny("conditionRef", OpenSloReader.NAME),
                        named ? Optional.empty() : Optional.of(inlinedCondition(item)));
        item.noOthers();
        return policy;
    }

    private static Condition inlinedCondition(Fields item) {
        Fields spec = below(item);
        Condition condition = condition(spec);
        spec.noOthers();
        return condition;
    }

    static Policy inlined(Fields item) {
        Fields spec = below(item);
        Policy policy = policy(spec);
        spec.noOthers();
        return policy;
    }

    private static Fields below(Fields item) {
        item.ignore("apiVersion", "kind", "metadata");
        Fields spec = item.fields("spec", "{…}");
        spec.ignore("description");
        return spec;
    }

    static Condition condition(Fields spec) {
        boolean page = !spec.read("severity", Texts.LINE).equalsIgnoreCase("ticket");
        Fields fields = spec.fields("condition", "{kind: burnrate, threshold: 14.4, …}");
        fields.readOr("kind", BURN_RATE, "burnrate");
        double rate = fields.read("threshold", RATE);
        Duration longWindow = fields.read("lookbackWindow", OpenSloDurations.LOOK_BACK);
        Duration after = fields.readOr("alertAfter", OpenSloDurations.AFTER, Duration.ZERO);
        if (after.compareTo(longWindow) > 0) {
            fields.fault("alertAfter", "is longer than lookbackWindow", "write a shorter one");
        }
        fields.noOthers();
        return new Condition(
                new Rule.Burn(rate, longWindow, shortWindow(longWindow, after), ENOUGH, page));
    }

    private static Duration shortWindow(Duration longWindow, Duration after) {
        Duration wanted = after.isZero() ? longWindow.dividedBy(SHARE) : after;
        return wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
    }
}
