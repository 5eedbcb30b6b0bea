package dev.runside.core.replay;

import dev.runside.core.page.Page;
import dev.runside.core.signal.Signal;
import dev.runside.core.state.Decision;
import dev.runside.core.state.Entry;
import dev.runside.core.state.Write;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Triage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps what the estate decided, also of what it has forgotten by the end. */
final class History {

    private final Map<String, Incident> incidents = new LinkedHashMap<>();
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, Occurrence> newest = new LinkedHashMap<>();
    private final List<Occurrence> all = new ArrayList<>();
    private final Set<String> unsettled = new HashSet<>();

    /** A finding from its beginning to its end, with the signals that said it. */
    private static final class Occurrence {

        private Finding finding;

        /** The incidents it was linked to, in that order. */
        private final Set<String> incidents = new LinkedHashSet<>();

        private final Set<String> raised = new LinkedHashSet<>();
        private final Set<String> ended = new LinkedHashSet<>();

        Occurrence(Finding finding) {
            this.finding = finding;
        }
    }

    /** Whether anything is held, or somebody may yet be told of it. */
    boolean unsettled() {
        return !unsettled.isEmpty();
    }

    void passed(Decision decision) {
        for (Write write : decision.writes()) {
            if (write instanceof Write.Put(Entry entry)) {
                put(entry);
            }
        }
    }

    void heard(List<Signal> signals, Decision decision) {
        passed(decision);
        for (Signal signal : signals) {
            Triage.condition(signal)
                    .flatMap(key -> Optional.ofNullable(newest.get(key)))
                    .ifPresent(occurrence -> tell(occurrence, signal));
        }
    }

    private static void tell(Occurrence occurrence, Signal signal) {
        boolean over =
                switch (signal.attribute("state")) {
                    case "resolved", "COMPLETE" -> true;
                    default -> false;
                };
        (over ? occurrence.ended : occurrence.raised).add(signal.id());
    }

    private void put(Entry entry) {
        switch (entry) {
            case Incident incident -> {
                incidents.put(incident.id(), incident);
                mark(incident.id(), incident.live() && !incident.judgement().settled());
            }
            case Page page -> pages.put(page.id(), page);
            case Finding finding -> put(finding);
            default -> {}
        }
    }

    private void put(Finding finding) {
        Occurrence known = newest.get(finding.key());
        if (known == null || !known.finding.detectedAt().equals(finding.detectedAt())) {
            known = new Occurrence(finding);
            newest.put(finding.key(), known);
            all.add(known);
        }
        known.finding = finding;
        finding.incident().ifPresent(known.incidents::add);
        mark(finding.key(), finding.open() && finding.held().isPresent());
    }

    private void mark(String what, boolean isUnsettled) {
        if (isUnsettled) {
            unsettled.add(what);
        } else {
            unsettled.remove(what);
        }
    }

    Replayed replayed(int signals) {
        Map<String, List<Replayed.Member>> members = new LinkedHashMap<>();
        for (Occurrence each : all) {
            each.incidents.stream()
                    .map(this::survivor)
                    .distinct()
                    .forEach(id ->
                            members.computeIfAbsent(id, _ -> new ArrayList<>()).add(member(each)));
        }
        List<Replayed.Outcome> outcomes =
                incidents.values().stream()
                        .filter(incident -> incident.mergedInto().isEmpty())
                        .map(incident ->
                                new Replayed.Outcome(
                                        incident,
                                        members.getOrDefault(incident.id(), List.of()),
                                        sent(incident.id())))
                        .toList();
        return new Replayed(signals, outcomes);
    }

    private static Replayed.Member member(Occurrence each) {
        return new Replayed.Member(each.finding, List.copyOf(each.raised), List.copyOf(each.ended));
    }

    private List<Page> sent(String incident) {
        return pages.values().stream()
                .filter(page -> survivor(page.incident()).equals(incident))
                .filter(page -> page.sentAt().isPresent())
                .toList();
    }

    private String survivor(String id) {
        return Optional.ofNullable(incidents.get(id))
                .flatMap(Incident::mergedInto)
                .map(this::survivor)
                .orElse(id);
    }
}
