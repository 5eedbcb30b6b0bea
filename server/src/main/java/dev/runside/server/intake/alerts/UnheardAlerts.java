package dev.runside.server.intake.alerts;

import dev.runside.core.Ref;
import dev.runside.server.intake.source.SourceCondition;
import dev.runside.server.intake.source.SourceFaults;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Where an indicator counts an alert, its source must go on saying that it fires: silence is no
 * recovery, and somebody is to know that nothing is known.
 */
@Component
class UnheardAlerts {

    private final AlertBook book;
    private final AlertIndicators indicators;
    private final SourceFaults faults;
    private Set<Ref> told = Set.of();

    UnheardAlerts(AlertBook book, AlertIndicators indicators, SourceFaults faults) {
        this.book = book;
        this.indicators = indicators;
        this.faults = faults;
    }

    /** Called by one thread. */
    void tell(Instant now) {
        Map<Ref, String> unheard = new TreeMap<>();
        if (!indicators.isEmpty()) {
            book.forEachOpen(each -> {
                Occurrence occurrence = each.occurrence();
                if (each.stale(now) && indicators.of(occurrence).findAny().isPresent()) {
                    unheard.putIfAbsent(occurrence.source(), sentence(occurrence));
                }
            });
        }
        unheard.forEach(
                (source, sentence) -> faults.met(source, SourceCondition.ALERTS_STALE, sentence));
        told.stream()
                .filter(source -> !unheard.containsKey(source))
                .forEach(source -> faults.well(source, SourceCondition.ALERTS_STALE));
        told = Set.copyOf(unheard.keySet());
    }

    private static String sentence(Occurrence occurrence) {
        return "%s no longer repeats the alert %s, and has not said that it is over"
                .formatted(occurrence.source(), occurrence.labels().value("alertname").orElse(""));
    }
}
