package dev.runside.server.web.incident;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Suspect;
import dev.runside.server.engine.Firings;
import dev.runside.server.engine.Firings.Told;
import dev.runside.server.engine.Incidents.Whole;
import dev.runside.server.web.flow.FlowLink;
import dev.runside.server.web.incident.IncidentView.Found;
import dev.runside.server.web.incident.IncidentView.Suspected;
import dev.runside.server.web.picture.Trace;
import dev.runside.server.web.words.Counted;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import dev.runside.server.web.words.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The suspects with what speaks against each, and the findings that speak against none. */
final class Evidence {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 44;

    private final Whole whole;
    private final Map<String, Told> told;
    private final Catalog catalog;
    private final Names names;
    private final Instant now;

    /**
     * @param told how often each finding began before, by its key
     */
    Evidence(Whole whole, Map<String, Told> told, Catalog catalog, Instant now) {
        this.whole = whole;
        this.told = told;
        this.catalog = catalog;
        this.names = new Names(catalog);
        this.now = now;
    }

    List<Suspected> suspects() {
        return whole.incident().judgement().suspects().stream().map(this::suspect).toList();
    }

    /** Findings at no suspect. */
    List<Found> others() {
        Set<Ref> shown =
                whole.incident().judgement().suspects().stream()
                        .map(Suspect::ref)
                        .collect(Collectors.toSet());
        return whole.findings().stream()
                .filter(finding -> !shown.contains(finding.subject()))
                .map(this::found)
                .toList();
    }

    private Suspected suspect(Suspect suspect) {
        List<Finding> own =
                whole.findings().stream()
                        .filter(finding -> finding.subject().equals(suspect.ref()))
                        .toList();
        Set<String> said = own.stream().map(Finding::sentence).collect(Collectors.toSet());
        return new Suspected(
                names.of(suspect.ref()),
                kind(suspect),
                suspect.at().equals(suspect.ref()) ? "" : names.label(suspect.at()),
                FlowLink.to(suspect.at(), catalog),
                (int) Math.round(suspect.score() * 100),
                suspect.evidence().stream()
                        .filter(sentence -> !said.contains(sentence))
                        .map(sentence -> Prose.of(sentence, names))
                        .toList(),
                own.stream().map(this::found).toList());
    }

    /** As in {@code fired 12 times in 30 days; somebody acted 2 times}. */
    private static String often(Told told) {
        String acted =
                told.acted() == 0 && told.nobody() == 0
                        ? "whether anybody acts is not known yet"
                        : told.acted() == 0
                                ? "nobody had to act"
                                : "somebody acted " + Counted.of(told.acted(), "time");
        return "fired %s in %d days; %s"
                .formatted(Counted.of(told.fired(), "time"), Firings.USUAL.toDays(), acted);
    }

    private static String kind(Suspect suspect) {
        return suspect.kind().equals("system") ? "shared system" : suspect.kind();
    }

    private Found found(Finding finding) {
        return new Found(
                Prose.of(finding.said(), names),
                names.of(finding.subject()),
                finding.kind().replace('-', ' '),
                finding.open(),
                new Stamp(finding.startedAt(), now),
                finding.open()
                        ? Optional.empty()
                        : Optional.of(new Stamp(finding.lastSeenAt(), now)),
                finding.staleSince().map(at -> new Stamp(at, now)),
                Optional.ofNullable(told.get(finding.key())).map(Evidence::often).orElse(""),
                Trace.of(finding.picture(), WIDTH, HEIGHT));
    }
}
