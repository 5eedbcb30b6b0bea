package dev.runside.server.web.flow;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Ownership;
import dev.runside.core.triage.Incident;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.FunctionWord;
import dev.runside.server.web.words.Names;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of each hop what its box shows. */
final class HopCards {

    private final Situation situation;
    private final Flow flow;
    private final Optional<Ref> chosen;
    private final Names names;

    HopCards(Situation situation, Flow flow, Optional<Ref> chosen) {
        this.situation = situation;
        this.flow = flow;
        this.chosen = chosen;
        this.names = new Names(situation.catalog());
    }

    HopCard of(Ref hop) {
        Catalog catalog = situation.catalog();
        Ownership.Answer owner = new Ownership(catalog).of(hop);
        return new HopCard(
                hop.toString(),
                names.label(hop),
                catalog.productOf(hop).map(names::label).orElse("Shared system"),
                FunctionWord.function(hop, catalog).map(FunctionWord::of).orElse("unknown"),
                owner.name().map(names::label).orElse("nobody owns it"),
                owner.name().isPresent(),
                Health.of(hop, situation),
                incident(hop),
                FlowLink.of(flow.ref(), hop),
                chosen.filter(hop::equals).isPresent());
    }

    private String incident(Ref hop) {
        List<Incident> suspected =
                open().filter(incident -> incident.judgement().suspect().equals(hop)).toList();
        if (!suspected.isEmpty()) {
            return "suspect, " + numbers(suspected);
        }
        Set<String> linked =
                situation
                        .findingsOf(hop)
                        .flatMap(finding -> finding.incident().stream())
                        .collect(Collectors.toSet());
        List<Incident> hit = open().filter(incident -> linked.contains(incident.id())).toList();
        return hit.isEmpty() ? "" : "in " + numbers(hit);
    }

    /** Nobody is suspected of what has recovered. */
    private Stream<Incident> open() {
        return situation.incidents().stream()
                .filter(incident -> incident.state() == Incident.State.OPEN);
    }

    private static String numbers(List<Incident> incidents) {
        return incidents.stream()
                .map(incident -> "#" + incident.number())
                .collect(
                        Collectors.joining(
                                ", ", incidents.size() == 1 ? "incident " : "incidents ", ""));
    }
}
