package dev.runside.server.web.flow;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Ownership;
import dev.runside.server.web.flow.FlowsView.Row;
import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.Names;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the views of flows. */
@Component
class FlowPages {

    private final HopDetails details;

    FlowPages(HopDetails details) {
        this.details = details;
    }

    FlowView flow(Flow flow, Optional<String> chosen, Situation situation, Shell shell) {
        Names names = new Names(situation.catalog());
        Ownership.Answer owner = new Ownership(situation.catalog()).of(flow.ref());
        PathMap map = PathMap.of(flow, situation.catalog());
        Optional<Ref> hop =
                map.places().stream()
                        .map(PathMap.Place::hop)
                        .filter(ref -> chosen.filter(ref.toString()::equals).isPresent())
                        .findFirst();
        HopCards cards = new HopCards(situation, flow, hop);
        PathHealth health = PathHealth.of(flow, situation);
        return new FlowView(
                shell,
                flow.ref().name(),
                names.label(flow.ref()),
                names.label(flow.product()),
                owner.name().map(names::label).orElse("nobody owns it"),
                owner.name().isPresent(),
                flow.hard(),
                health.state(),
                health.worst().style(),
                map.columns(),
                new WideLayout(map, cards::of).draw(),
                new TallLayout(map, cards::of).draw(),
                map.links().stream().flatMap(link -> link.seam().stream()).toList(),
                hop.map(ref -> details.of(ref, cards.of(ref), situation)),
                health.findings().map(finding -> HopDetails.wrong(finding, situation)).toList());
    }

    FlowsView flows(Situation situation, Shell shell) {
        return new FlowsView(
                shell,
                situation.catalog().flows().values().stream()
                        .map(flow -> row(flow, situation))
                        .toList());
    }

    private static Row row(Flow flow, Situation situation) {
        Names names = new Names(situation.catalog());
        Ownership.Answer owner = new Ownership(situation.catalog()).of(flow.ref());
        HopCards cards = new HopCards(situation, flow, Optional.empty());
        PathHealth health = PathHealth.of(flow, situation);
        return new Row(
                flow.ref().name(),
                names.label(flow.ref()),
                names.label(flow.product()),
                owner.name().map(names::label).orElse("nobody owns it"),
                owner.name().isPresent(),
                health.worst(),
                health.state(),
                flow.path().stream().map(cards::of).toList());
    }
}
