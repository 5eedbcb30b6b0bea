package dev.runside.server.web.flow;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Ownership;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.FunctionWord;
import dev.runside.server.web.words.Names;
import java.util.Optional;
import java.util.stream.Collectors;

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
                suspectOf(hop),
                FlowLink.of(flow.ref(), hop),
                chosen.filter(hop::equals).isPresent());
    }

    private String suspectOf(Ref hop) {
        return situation.incidents().stream()
                .filter(incident -> incident.judgement().suspect().equals(hop))
                .map(incident -> "#" + incident.number())
                .collect(Collectors.joining(", "));
    }
}
