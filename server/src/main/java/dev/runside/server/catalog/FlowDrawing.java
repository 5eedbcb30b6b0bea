package dev.runside.server.catalog;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Ownership;
import dev.runside.core.catalog.Ownership.Answer;
import dev.runside.core.catalog.Product;
import dev.runside.core.catalog.SharedSystem;
import dev.runside.server.catalog.FlowMap.Seam;
import dev.runside.server.catalog.FlowMap.Stop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Draws one flow from one catalog. */
final class FlowDrawing {

    private final Catalog catalog;
    private final Ownership ownership;
    private final Map<Ref, Stop> stops = new LinkedHashMap<>();

    FlowDrawing(Catalog catalog) {
        this.catalog = catalog;
        this.ownership = new Ownership(catalog);
    }

    FlowMap draw(Flow flow) {
        Answer owner = ownership.of(flow.ref());
        List<Stop> hops = flow.path().stream().map(this::stop).toList();
        return new FlowMap(
                flow.ref(),
                flow.ref().name(),
                flow.title(),
                flow.product(),
                owner.name(),
                gap(owner),
                flow.hard() ? "hard" : "soft",
                hops,
                Stream.concat(calls(flow), feeds(flow)).toList());
    }

    private Stream<Seam> calls(Flow flow) {
        List<Seam> seams = new ArrayList<>();
        for (int at = 0; at + 1 < flow.path().size(); at++) {
            Ref from = flow.path().get(at);
            Ref to = flow.path().get(at + 1);
            Set<String> crosses = crosses(from, to);
            if (!crosses.isEmpty()) {
                seams.add(seam(from, to, "calls", crosses, Optional.empty()));
            }
        }
        return seams.stream();
    }

    /** Data that leaves the path or comes to it always lies between two hands. */
    private Stream<Seam> feeds(Flow flow) {
        return catalog.graph().feeds().stream()
                .filter(feed ->
                        flow.path().contains(feed.from()) || flow.path().contains(feed.to()))
                .map(feed ->
                        seam(
                                feed.from(),
                                feed.to(),
                                "feeds",
                                crosses(feed.from(), feed.to()),
                                Optional.of(feed.dataset())));
    }

    private Seam seam(
            Ref from, Ref to, String kind, Set<String> crosses, Optional<String> dataset) {
        Ref id = Ref.seam(from, to);
        Answer owner = ownership.of(id);
        return new Seam(id, from, to, kind, crosses, dataset, owner.name(), gap(owner));
    }

    private Set<String> crosses(Ref from, Ref to) {
        Stop one = stop(from);
        Stop other = stop(to);
        Set<String> crosses = new TreeSet<>();
        if (!one.function().equals(other.function())) {
            crosses.add("function");
        }
        if (!one.product().equals(other.product())) {
            crosses.add("product");
        }
        if (from.is("system") || to.is("system")) {
            crosses.add("system");
        }
        if (!one.owner().equals(other.owner())) {
            crosses.add("owner");
        }
        return crosses;
    }

    private Stop stop(Ref ref) {
        return stops.computeIfAbsent(ref, this::lookUp);
    }

    private Stop lookUp(Ref ref) {
        SharedSystem system = catalog.systems().get(ref);
        return system == null
                ? catalog.hop(ref).map(this::ofHop).orElseGet(() -> unknown(ref))
                : ofSystem(system);
    }

    private Stop ofSystem(SharedSystem system) {
        Answer owner = ownership.of(system.ref());
        return new Stop(
                system.ref(),
                system.title(),
                word(system.function()),
                system.service(),
                Optional.empty(),
                system.substrate(),
                owner.name(),
                gap(owner));
    }

    private Stop ofHop(Product.Hop hop) {
        Answer owner = ownership.of(hop.ref());
        return new Stop(
                hop.ref(),
                shortName(hop.ref()),
                word(hop.function()),
                hop.service(),
                catalog.productOf(hop.ref()),
                false,
                owner.name(),
                gap(owner));
    }

    private static Stop unknown(Ref ref) {
        return new Stop(
                ref,
                shortName(ref),
                "unknown",
                "",
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(ref + " is not in the catalog"));
    }

    private static String shortName(Ref ref) {
        return ref.name().replaceFirst(".*/", "");
    }

    private static Optional<String> gap(Answer answer) {
        return answer instanceof Answer.Gap gap ? Optional.of(gap.reason()) : Optional.empty();
    }

    private static String word(Function function) {
        return function.name().toLowerCase(Locale.ROOT);
    }
}
