package dev.runside.server.catalog.definition;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.catalog.Runbook.Step;
import java.time.Duration;
import java.util.List;

final class RunbookReader {

    private static final Form<Runbook.Stage> STAGE = Form.choice(Runbook.Stage.class);
    private static final Form<Double> GOOD =
            Form.number("a share above 0, at most 1", "0.99", share -> share > 0 && share <= 1);
    private static final Form<Integer> EVENTS = Form.count(1, 1_000_000);

    private RunbookReader() {}

    static Runbook read(Outline outline) {
        Fields spec = outline.spec();
        Ref product = Outline.product(outline.metadata());
        Ref keeper = outline.metadata().read("keeper", Outline.USER);
        StepReader steps = new StepReader(spec);
        Runbook.Stage stage = spec.readOr("stage", STAGE, Runbook.Stage.OBSERVE);
        String when = spec.read("when", Texts.CONDITION);
        List<Step> diagnose = steps.read("diagnose");
        List<Step> remedy = steps.read("remedy");
        Runbook runbook =
                new Runbook(
                        outline.name(),
                        product,
                        keeper,
                        stage,
                        when,
                        diagnose,
                        remedy,
                        verify(spec),
                        steps.read("undo"),
                        LimitsReader.read(spec),
                        spec.readOr("pageBy", Durations.ANY, Duration.ofMinutes(3)),
                        spec.readOr("notes", Texts.NOTES, ""),
                        outline.digest());
        spec.noOthers();
        return runbook;
    }

    private static Runbook.Verify verify(Fields spec) {
        Fields verify = spec.fields("verify", "{indicator: …, good: 0.99, within: 60s}");
        Runbook.Verify read =
                new Runbook.Verify(
                        verify.read("indicator", Texts.NAME),
                        verify.read("good", GOOD),
                        verify.readOr("atLeast", EVENTS, 10),
                        verify.readOr("after", Durations.ANY, Duration.ZERO),
                        verify.read("within", Durations.ANY));
        verify.noOthers();
        return read;
    }
}
