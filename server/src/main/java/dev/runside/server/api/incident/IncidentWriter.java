package dev.runside.server.api.incident;

import dev.runside.core.Ref;
import dev.runside.core.page.Page;
import dev.runside.core.state.Line;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Judgement;
import dev.runside.core.triage.Suspect;
import dev.runside.server.engine.Incidents;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** From the record of an incident to what is sent of it. */
final class IncidentWriter {

    private IncidentWriter() {}

    static IncidentDocument document(Incidents.Whole whole, List<String> informed) {
        Incident incident = whole.incident();
        Judgement judgement = incident.judgement();
        Incident.Times times = incident.times();
        return new IncidentDocument(
                incident.id(),
                incident.number(),
                incident.version(),
                judgement.title(),
                word(judgement.tier()),
                judgement.why(),
                word(incident.state()),
                judgement.owner().map(Ref::toString).orElse(null),
                judgement.gap().orElse(null),
                refs(judgement.products()),
                List.copyOf(judgement.facets()),
                judgement.seam().map(Ref::toString).orElse(null),
                judgement.suspects().stream().map(IncidentWriter::suspect).toList(),
                judgement.ruledOut(),
                whole.lines().stream().map(IncidentWriter::line).toList(),
                whole.findings().stream().map(IncidentWriter::finding).toList(),
                whole.runs().stream().map(RunWriter::document).toList(),
                whole.deeds().stream().map(RunWriter::document).toList(),
                whole.pages().stream().map(IncidentWriter::page).toList(),
                informed,
                incident.safety(),
                incident.cause().orElse(null),
                word(incident.detectedBy()),
                times.startedAt(),
                times.detectedAt(),
                times.openedAt(),
                incident.acknowledged()
                        .map(a -> new IncidentDocument.Acknowledged(a.by().toString(), a.at()))
                        .orElse(null),
                times.pageBy(),
                times.recoveredAt().orElse(null),
                times.resolvedAt().orElse(null),
                times.closedAt().orElse(null),
                times.lasted().orElse(null),
                incident.mergedInto().orElse(null));
    }

    private static IncidentDocument.Suspect suspect(Suspect suspect) {
        return new IncidentDocument.Suspect(
                suspect.ref().toString(),
                suspect.at().toString(),
                suspect.kind(),
                rounded(suspect.score()),
                suspect.evidence());
    }

    /** It ranks: more than two digits would only look like knowledge. */
    private static double rounded(double score) {
        return Math.round(score * 100) / 100.0;
    }

    private static IncidentDocument.Line line(Line line) {
        return new IncidentDocument.Line(line.time(), line.at(), line.kind(), line.text());
    }

    private static IncidentDocument.Finding finding(Finding finding) {
        return new IncidentDocument.Finding(
                finding.kind(),
                finding.subject().toString(),
                word(finding.layer()),
                word(finding.function()),
                finding.indicator().orElse(null),
                finding.sentence(),
                finding.startedAt(),
                finding.detectedAt(),
                word(finding.state()),
                finding.alerts().holding(),
                finding.staleSince().orElse(null),
                finding.picture());
    }

    private static IncidentDocument.Page page(Page page) {
        return new IncidentDocument.Page(
                page.id(),
                word(page.status()),
                refs(page.to()),
                refs(page.told()),
                page.sentAt().orElse(null),
                page.acknowledgedBy().map(Ref::toString).orElse(null),
                page.endedAt().orElse(null),
                page.reason());
    }

    private static List<String> refs(Collection<Ref> refs) {
        return refs.stream().map(Ref::toString).toList();
    }

    /** As in {@code handed-over}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
