package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.state.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a shared system is well again, what hung on it is judged again: what goes on failing is an
 * incident of its own.
 *
 * <pre>
 *   system fails ─► one incident, its owner ─► system is well ─► 40 s ─► what still fails: its own incident ─► settles ─► its own on-call
 *                                                              └─────── what is well too: nobody
 * </pre>
 */
final class Recovery {

    /** With the time in which a suspect settles, somebody is told within a minute. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    /** How long it counts that something went well. */
    private static final Duration OF_LATE = Duration.ofSeconds(25);

    /** Until what is counted over a window is counted and said. */
    private static final Duration COUNTED = Duration.ofSeconds(20);

    /** Several minutes that are as usual, and have come in. */
    private static final Duration ORDINARY_AGAIN = Duration.ofMinutes(8);

    private final Catalog catalog;
    private final Draft draft;
    private final Linking linking;

    Recovery(Catalog catalog, Draft draft, Linking linking) {
        this.catalog = catalog;
        this.draft = draft;
        this.linking = linking;
    }

    /** Parts what goes on failing from what is over; returns the incidents to respond to. */
    Set<String> ticked() {
        Set<String> touched = new TreeSet<>();
        draft.all(Incident.class)
                .filter(incident -> incident.state() == Incident.State.OPEN)
                .filter(incident -> incident.judgement().suspect().is("system"))
                .forEach(incident ->
                        recoveredAt(incident)
                                .ifPresent(at -> touched.addAll(judged(incident, at))));
        return touched;
    }

    /** These go well of late; kept where it is soon asked for. */
    void eased(Set<String> findings) {
        findings.stream()
                .flatMap(key -> draft.find(Finding.class, key).stream())
                .filter(Finding::open)
                .filter(finding ->
                        finding.incident()
                                .flatMap(id -> draft.find(Incident.class, id))
                                .filter(incident -> incident.state() == Incident.State.OPEN)
                                .filter(incident -> incident.judgement().suspect().is("system"))
                                .flatMap(this::recoveredAt)
                                .isPresent())
                .forEach(finding -> draft.put(new Eased(finding.key(), draft.now())));
    }

    private Set<String> judged(Incident incident, Instant recoveredAt) {
        if (draft.now().isBefore(recoveredAt.plus(PATIENCE))) {
            return Set.of();
        }
        Ref suspect = incident.judgement().suspect();
        List<Finding> rest =
                linking.findings(incident)
                        .filter(finding -> stillFails(finding, recoveredAt))
                        .sorted(Diagnostician.STRONGEST_FIRST)
                        .toList();
        return rest.isEmpty()
                ? Set.of()
                : linking.part(
                        incident,
                        rest,
                        id -> new Remainder(id, incident.number(), suspect, recoveredAt));
    }

    /** Since when nothing more is wrong with the suspect itself. */
    private Optional<Instant> recoveredAt(Incident incident) {
        Ref suspect = incident.judgement().suspect();
        List<Finding> own =
                linking.findings(incident)
                        .filter(finding -> finding.subject().equals(suspect))
                        .toList();
        return own.stream().anyMatch(Finding::open)
                ? Optional.empty()
                : own.stream().map(Finding::lastSeenAt).max(Comparator.naturalOrder());
    }

    /** What nobody is woken for is not worth an incident of its own. */
    private boolean stillFails(Finding finding, Instant recoveredAt) {
        return finding.open()
                && !finding.kind().equals(Finding.TICKET)
                && !draft.now().isBefore(recoveredAt.plus(lag(finding)))
                && draft.find(Eased.class, finding.key())
                        .filter(eased -> eased.at().plus(OF_LATE).isAfter(draft.now()))
                        .isEmpty();
    }

    /** An outcome and tickets are compared with what was: their window must have passed. */
    private Duration lag(Finding finding) {
        if (finding.unlikeItsPast()) {
            return ORDINARY_AGAIN;
        }
        return finding
                .indicator()
                .flatMap(name -> Optional.ofNullable(catalog.indicators().get(name)))
                .stream()
                .flatMap(indicator -> indicator.rules().stream())
                .map(Recovery::window)
                .max(Comparator.naturalOrder())
                .map(COUNTED::plus)
                .orElse(Duration.ZERO);
    }

    private static Duration window(Rule rule) {
        return switch (rule) {
            case Rule.Stalled stalled -> stalled.over();
            case Rule.Surge surge -> surge.over();
            case Rule.Failing _, Rule.Burn _, Rule.Unusual _ -> Duration.ZERO;
        };
    }
}
