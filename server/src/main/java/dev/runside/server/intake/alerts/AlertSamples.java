package dev.runside.server.intake.alerts;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.core.watch.Sample;
import dev.runside.server.intake.log.SampleMaker;
import dev.runside.server.watch.Watching.IndicatorSample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What alerts count for indicators: bad while one fires, good when the last of those that the
 * indicator counts is over. Asked by the one thread that changes the book, so what the book holds
 * is what was committed before.
 */
@Component
class AlertSamples implements SampleMaker {

    private final AlertBook book;
    private final AlertIndicators indicators;

    AlertSamples(AlertBook book, AlertIndicators indicators) {
        this.book = book;
        this.indicators = indicators;
    }

    private record Name(Ref source, String fingerprint) {

        static Name of(Signal signal) {
            return new Name(signal.source(), signal.attribute("alert"));
        }
    }

    @Override
    public boolean looksAt(Signal signal) {
        return signal.kind().equals(AlertDrafts.STATE);
    }

    @Override
    public List<IndicatorSample> of(List<Signal> fresh) {
        boolean anyOver = fresh.stream().anyMatch(AlertSamples::isOver);
        Map<String, Set<Name>> open = anyOver ? open() : new HashMap<>();
        List<IndicatorSample> samples = new ArrayList<>();
        for (Signal signal : fresh) {
            for (String indicator : signal.attribute("indicators").split(",")) {
                Set<Name> others = open.computeIfAbsent(indicator, _ -> new HashSet<>());
                add(indicator, signal, others, samples);
            }
        }
        return samples;
    }

    private static void add(
            String indicator, Signal signal, Set<Name> others, List<IndicatorSample> samples) {
        if (!isOver(signal)) {
            others.add(Name.of(signal));
            if (signal.attribute("state").equals(AlertStates.FIRING)) {
                samples.add(new IndicatorSample(indicator, sample(signal, 0)));
            }
            return;
        }
        others.remove(Name.of(signal));
        if (others.isEmpty()) {
            samples.add(new IndicatorSample(indicator, sample(signal, 1)));
        }
    }

    private static boolean isOver(Signal signal) {
        return signal.attribute("state").equals(AlertStates.RESOLVED);
    }

    private static Sample sample(Signal signal, double good) {
        return new Sample(signal.judgedAt(), signal.judgedAt(), good, 1);
    }

    /** What holds as far as anybody said, by the indicators that count it. */
    private Map<String, Set<Name>> open() {
        Map<String, Set<Name>> open = new HashMap<>();
        book.forEachOpen(each -> {
            Occurrence occurrence = each.occurrence();
            indicators
                    .of(occurrence)
                    .forEach(use ->
                            open.computeIfAbsent(use.indicator().name(), _ -> new HashSet<>())
                                    .add(
                                            new Name(
                                                    occurrence.source(),
                                                    occurrence.identity().fingerprint())));
        });
        return open;
    }
}
