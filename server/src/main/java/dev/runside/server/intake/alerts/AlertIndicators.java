package dev.runside.server.intake.alerts;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure.Alert;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.catalog.Catalogs.CatalogChanged;
import dev.runside.server.intake.AttributeCondition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which indicators count an alert's state; made anew with each catalog. */
@Component
class AlertIndicators {

    private record Known(Catalog catalog, Map<String, List<Use>> byAlertname) {}

    /** An indicator, with its conditions compiled. */
    record Use(Indicator indicator, List<AttributeCondition> where) {

        boolean covers(LabelSet labels) {
            return where.isEmpty()
                    || where.stream().allMatch(condition -> condition.holds(labels.toMap()));
        }
    }

    private volatile Known known;

    AlertIndicators(Catalogs catalogs) {
        this.known = index(catalogs.current());
    }

    @EventListener
    void take(CatalogChanged changed) {
        known = index(changed.catalog());
    }

    boolean isEmpty() {
        return known.byAlertname().isEmpty();
    }

    Stream<Use> of(Occurrence occurrence) {
        Known now = known;
        return now.byAlertname().isEmpty()
                ? Stream.empty()
                : occurrence.subject().stream()
                        .flatMap(subject -> of(now, subject, occurrence.labels()));
    }

    private static Stream<Use> of(Known known, Ref subject, LabelSet labels) {
        return labels.value("alertname").map(known.byAlertname()::get).stream()
                .flatMap(List::stream)
                .filter(use -> known.catalog().isPartOf(subject, use.indicator().subject()))
                .filter(use -> use.covers(labels));
    }

    private static Known index(Catalog catalog) {
        Map<String, List<Use>> byAlertname = new HashMap<>();
        for (Indicator indicator : catalog.indicators().values()) {
            if (indicator.measure() instanceof Alert(String alertname, var where)) {
                byAlertname
                        .computeIfAbsent(alertname, _ -> new ArrayList<>())
                        .add(new Use(indicator, AttributeCondition.all(where)));
            }
        }
        return new Known(catalog, byAlertname);
    }
}
