package dev.runside.server.catalog.definition;

import dev.runside.core.catalog.Question.Comparison;
import dev.runside.server.catalog.definition.OpenSlo.Bound;
import dev.runside.server.catalog.definition.OpenSlo.PolicyUse;
import dev.runside.server.catalog.definition.OpenSlo.Sli;
import dev.runside.server.catalog.definition.OpenSlo.Slo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an objective. */
final class SloReader {

    private static final Form<Double> TARGET =
            Form.number("a share above 0 and below 1", "0.99", share -> share > 0 && share < 1);
    private static final Form<Double> PERCENT =
            Form.number("a percentage above 0 and below 100", "99", it -> it > 0 && it < 100);
    private static final Form<Comparison> OP = Form.choice(Comparison.class);
    private static final Form<String> METHOD =
            new Form<>(
                    "a budgeting method that is kept here",
                    "Occurrences",
                    "Occurrences",
                    text -> Optional.of(text).filter("Occurrences"::equals),
                    _ ->
                            "write Occurrences: of a threshold each second counts, of a ratio each event");
    private static final Form<String> TRUE =
            new Form<>(
                    "true: windows roll here",
                    "true",
                    "true",
                    text -> Optional.of(text).filter("true"::equals),
                    _ -> "write isRolling: true, without calendar");

    private SloReader() {}

    static Slo read(String name, String title, Fields spec) {
        String service = spec.read("service", OpenSloReader.NAME);
        Optional<Sli> inlined = Optional.empty();
        Optional<String> indicator = Optional.empty();
        if (spec.oneOf(List.of("indicator", "indicatorRef")).equals("indicator")) {
            inlined = Optional.of(inlined(spec.fields("indicator", "{…}")));
        } else {
            indicator = spec.readIfAny("indicatorRef", OpenSloReader.NAME);
        }
        spec.readOr("budgetingMethod", METHOD, "Occurrences");
        windows(spec);
        Fields objective = objective(spec);
        double target = target(objective);
        Optional<Bound> bound = bound(objective);
        objective.ignore("displayName");
        objective.noOthers();
        return new Slo(name, title, service, inlined, indicator, target, bound, policies(spec));
    }

    private static Sli inlined(Fields fields) {
        fields.ignore("metadata", "apiVersion", "kind");
        Fields spec = fields.fields("spec", "{…}");
        spec.ignore("description");
        Sli sli = SliReader.read(spec);
        spec.noOthers();
        fields.noOthers();
        return sli;
    }

    private static void windows(Fields spec) {
        List<Fields> windows = spec.list("timeWindow");
        if (windows.size() > 1) {
            spec.fault("timeWindow", "has more than one window", "keep one");
        }
        for (Fields window : windows) {
            window.read("duration", OpenSloDurations.WINDOW);
            window.readOr("isRolling", TRUE, "true");
            window.noOthers();
        }
    }

    private static Fields objective(Fields spec) {
        List<Fields> objectives = spec.list("objectives");
        if (objectives.size() != 1) {
            spec.fault(
                    "objectives",
                    "must hold one objective, has " + objectives.size(),
                    "write an SLO for each");
        }
        return objectives.isEmpty() ? spec.none() : objectives.getFirst();
    }

    private static double target(Fields objective) {
        return objective.oneOf(List.of("target", "targetPercent")).equals("targetPercent")
                ? objective.readIfAny("targetPercent", PERCENT).orElse(99.0) / 100
                : objective.readIfAny("target", TARGET).orElse(0.99);
    }

    private static Optional<Bound> bound(Fields objective) {
        if (!objective.has("op") && !objective.has("value")) {
            return Optional.empty();
        }
        return Optional.of(
                new Bound(objective.read("op", OP), objective.read("value", QuestionReader.BOUND)));
    }

    private static List<PolicyUse> policies(Fields spec) {
        List<PolicyUse> uses = new ArrayList<>();
        for (Fields item : spec.list("alertPolicies")) {
            boolean named = item.has("alertPolicyRef");
            uses.add(
                    new PolicyUse(
                            item.place("alertPolicyRef"),
                            item.readIfAny("alertPolicyRef", OpenSloReader.NAME),
                            named ? Optional.empty() : Optional.of(AlertReader.inlined(item))));
            item.noOthers();
        }
        return uses;
    }
}
