package dev.runside.server.web.now;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Product;
import dev.runside.server.web.flow.PathHealth;
import dev.runside.server.web.now.NowView.Plain;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.Names;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The products whose figure nobody named: how their hops are is all there is to say. */
final class PlainProducts {

    private PlainProducts() {}

    static List<Plain> of(Situation situation, List<NowView.Metric> metrics) {
        Set<Ref> measured =
                metrics.stream().map(metric -> metric.product().ref()).collect(Collectors.toSet());
        return situation.catalog().products().values().stream()
                .filter(product -> !measured.contains(product.ref()))
                .map(product -> row(product, situation))
                .toList();
    }

    private static Plain row(Product product, Situation situation) {
        PathHealth health = PathHealth.of(product, situation);
        return new Plain(
                new Names(situation.catalog()).of(product.ref()),
                Leadership.flow(situation.catalog(), product.ref()),
                health.worst(),
                health.state());
    }
}
