package dev.runside.server.catalog.definition;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Layer;
import java.util.List;
import java.util.Optional;

final class IndicatorReader {

    private static final Form<Ref> SUBJECT = Form.ref("hop", "product", "system", "flow", "agent");
    private static final Form<Layer> LAYER = Form.choice(Layer.class);
    private static final Form<Double> OBJECTIVE =
            Form.number("a share above 0 and below 1", "0.99", share -> share > 0 && share < 1);

    private IndicatorReader() {}

    static Indicator read(Outline outline) {
        Fields spec = outline.spec();
        String title = spec.readOr("title", Texts.LINE, outline.name());
        Ref subject = spec.read("subject", SUBJECT);
        Layer layer = spec.read("layer", LAYER);
        Function function = spec.read("function", ProductReader.FUNCTION);
        Measure measure = MeasureReader.read(spec);
        Optional<Double> objective = spec.readIfAny("objective", OBJECTIVE);
        if (objective.isPresent() && !MeasureReader.tellsGoodFromBad(measure)) {
            spec.fault("objective", "only goes with " + MeasureReader.SHARES, "remove it");
        }
        RuleReader rules = new RuleReader(measure, objective.isPresent());
        List<Indicator.Rule> said = spec.list("findings").stream().map(rules::read).toList();
        List<Indicator.Rule> findings = spec.has("findings") ? said : usual(objective.isPresent());
        boolean leadership = spec.readOr("leadership", Form.FLAG, false);
        spec.noOthers();
        return new Indicator(
                outline.name(),
                title,
                subject,
                layer,
                function,
                measure,
                objective,
                findings,
                leadership);
    }

    /** What it is watched by of which no findings are said: its budget, else its own past. */
    private static List<Indicator.Rule> usual(boolean aimed) {
        return aimed ? Indicator.Rule.Burn.USUAL : Indicator.Rule.Unusual.USUAL;
    }
}
