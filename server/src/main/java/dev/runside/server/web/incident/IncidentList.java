package dev.runside.server.web.incident;

import dev.runside.core.catalog.Catalog;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Incident.State;
import dev.runside.server.engine.Incidents;
import dev.runside.server.problem.Input;
import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.incident.IncidentsView.Row;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import dev.runside.server.web.words.Span;
import dev.runside.server.web.words.Stamp;
import dev.runside.server.web.words.TierWord;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Incidents newest first, so many a page. */
@Component
class IncidentList {

    private static final int A_PAGE = 50;
    private static final String ALL = "all";

    private final Incidents incidents;

    IncidentList(Incidents incidents) {
        this.incidents = incidents;
    }

    /**
     * @param before only numbers below this one
     */
    IncidentsView view(String state, long before, Catalog catalog, Shell shell) {
        List<Incident> found = incidents.list(states(state), before, A_PAGE + 1);
        Names names = new Names(catalog);
        List<Incident> shown = found.subList(0, Math.min(A_PAGE, found.size()));
        Optional<String> older =
                found.size() > A_PAGE
                        ? Optional.of(
                                "/incidents?state=" + state + "&before=" + shown.getLast().number())
                        : Optional.empty();
        return new IncidentsView(
                shell,
                state,
                words(),
                shown.stream().map(incident -> row(incident, names, shell.now().now())).toList(),
                older);
    }

    private static List<String> words() {
        return Stream.concat(Stream.of(ALL), Arrays.stream(State.values()).map(IncidentList::word))
                .toList();
    }

    private static Set<State> states(String word) {
        if (word.equals(ALL)) {
            return Set.of();
        }
        return Arrays.stream(State.values())
                .filter(state -> word(state).equals(word))
                .findFirst()
                .map(Set::of)
                .orElseThrow(() -> Input.wrong("state", "is one of " + String.join(", ", words())));
    }

    private static Row row(Incident incident, Names names, Instant now) {
        var judgement = incident.judgement();
        return new Row(
                incident.number(),
                Prose.of(judgement.title(), names),
                TierWord.of(judgement.tier()),
                word(incident.state()),
                judgement.owner().map(names::of),
                incident.cause().orElse(""),
                new Stamp(incident.times().openedAt(), now),
                incident.times().lasted().map(Span::exact).orElse(""));
    }

    static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
