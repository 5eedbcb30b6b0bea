package dev.runside.core.run;

import dev.runside.core.Ref;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import java.util.Map;

/** What a runbook's {@code when} can ask about. */
final class Facts {

    private Facts() {}

    static Map<String, Object> of(Incident incident) {
        return Map.of(
                "suspect", incident.judgement().suspect().toString(),
                "tier", incident.judgement().tier().name().toLowerCase(java.util.Locale.ROOT),
                "products", incident.judgement().products().stream().map(Ref::toString).toList(),
                "safety", incident.safety());
    }

    static Map<String, Object> of(Finding finding) {
        return Map.of(
                "kind", finding.kind(),
                "subject", finding.subject().toString(),
                "layer", finding.layer().name().toLowerCase(java.util.Locale.ROOT),
                "indicator", finding.indicator().orElse(""),
                "object", finding.object());
    }
}
