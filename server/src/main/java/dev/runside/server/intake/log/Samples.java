package dev.runside.server.intake.log;

import dev.runside.core.signal.Signal;
import dev.runside.server.watch.Watching.IndicatorSample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What signals count for indicators: each once, whoever tells it again. */
@Component
class Samples {

    private final List<SampleMaker> makers;
    private final Occurrences occurrences;

    Samples(List<SampleMaker> makers, Occurrences occurrences) {
        this.makers = makers;
        this.occurrences = occurrences;
    }

    List<IndicatorSample> of(Map<UUID, Signal> signals) {
        Map<UUID, Signal> looked = new LinkedHashMap<>();
        signals.forEach((key, signal) -> {
            if (makers.stream().anyMatch(maker -> maker.looksAt(signal))) {
                looked.put(key, signal);
            }
        });
        if (looked.isEmpty()) {
            return List.of();
        }
        Set<UUID> known = occurrences.known(looked.keySet());
        looked.keySet().removeAll(known);
        return makers.stream().flatMap(maker -> of(maker, looked).stream()).toList();
    }

    private static List<IndicatorSample> of(SampleMaker maker, Map<UUID, Signal> fresh) {
        List<Signal> its = fresh.values().stream().filter(maker::looksAt).toList();
        return its.isEmpty() ? List.of() : maker.of(its);
    }
}
