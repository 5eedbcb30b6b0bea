package dev.runside.server.web.flow;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Ownership;
import dev.runside.core.triage.Finding;
import dev.runside.server.web.flow.FlowsView.Row;
import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.Names;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        Health worst = worst(flow, situation);
        return new FlowView(
                shell,
                flow.ref().name(),
                names.label(flow.ref()),
                names.label(flow.product()),
                owner.name().map(names::label).orElse("nobody owns it"),
                owner.name().isPresent(),
                flow.hard(),
                state(flow, situation),
                worst.style(),
                map.columns(),
                new WideLayout(map, cards::of).draw(),
                new TallLayout(map, cards::of).draw(),
                map.links().stream().flatMap(link -> link.seam().stream()).toList(),
                hop.map(ref -> details.of(ref, cards.of(ref), situation)),
                findings(flow, situation)
                        .map(finding -> HopDetails.wrong(finding, situation))
                        .toList());
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
        return new Row(
                flow.ref().name(),
                names.label(flow.ref()),
                names.label(flow.product()),
                owner.name().map(names::label).orElse("nobody owns it"),
                owner.name().isPresent(),
                worst(flow, situation),
                state(flow, situation),
                flow.path().stream().map(cards::of).toList());
    }

    private static String state(Flow flow, Situation situation) {
        List<String> sick =
                flow.path().stream()
                        .filter(hop -> Health.of(hop, situation).compareTo(Health.CHANGING) <= 0)
                        .map(hop ->
                                label(hop, situation) + " is " + Health.of(hop, situation).word())
                        .toList();
        if (!sick.isEmpty()) {
            return String.join(", ", sick) + ".";
        }
        return findings(flow, situation).findAny().isPresent()
                ? "Every hop is well, the outcome is not."
                : well(flow, situation);
    }

    private static String well(Flow flow, Situation situation) {
        List<String> unwatched =
                flow.path().stream()
                        .filter(hop -> Health.of(hop, situation) == Health.UNWATCHED)
                        .map(hop -> label(hop, situation))
                        .toList();
        if (unwatched.isEmpty()) {
            return "Every hop is well.";
        }
        return unwatched.size() == flow.path().size()
                ? "Nothing is measured on this path yet."
                : "Every hop that is watched is well; nothing is measured at "
                        + String.join(", ", unwatched)
                        + ".";
    }

    private static String label(Ref hop, Situation situation) {
        return new Names(situation.catalog()).label(hop);
    }

    /** A hop that nobody watches says nothing about the path. */
    private static Health worst(Flow flow, Situation situation) {
        Health hops =
                flow.path().stream()
                        .map(hop -> Health.of(hop, situation))
                        .filter(health -> health != Health.UNWATCHED)
                        .min(Comparator.naturalOrder())
                        .orElse(Health.UNWATCHED);
        boolean outcome =
                situation.findingsOf(flow.ref()).findAny().isPresent()
                        || situation.findingsOf(flow.product()).findAny().isPresent();
        return outcome && hops.compareTo(Health.FAILING) > 0 ? Health.FAILING : hops;
    }

    /** On its hops, on itself and on its product. */
    private static Stream<Finding> findings(Flow flow, Situation situation) {
        return situation.findings().stream()
                .filter(finding ->
                        flow.path().contains(finding.subject())
                                || finding.subject().equals(flow.ref())
                                || finding.subject().equals(flow.product()));
    }
}
