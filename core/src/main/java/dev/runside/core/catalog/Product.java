package dev.runside.core.catalog;

import dev.runside.core.Ref;
import java.util.List;
import java.util.Optional;

/**
 * A product: one accountable person, its hops, and the data it feeds to others.
 *
 * @param owner absent while nobody has taken it, which is a reported gap
 */
public record Product(
        Ref ref,
        String title,
        Optional<Ref> owner,
        Optional<Ref> deputy,
        boolean safetyClass,
        List<Hop> hops,
        List<Feed> feeds) {

    public Product {
        hops = List.copyOf(hops);
        feeds = List.copyOf(feeds);
    }

    /**
     * One step of a request path.
     *
     * @param service the {@code service.name} its telemetry carries
     * @param owner where it is another person than the product's owner
     */
    public record Hop(Ref ref, Function function, String service, Optional<Ref> owner) {}

    /**
     * Data that one hop writes and another reads. The reader depends on the shape of the data, not
     * on the writer's uptime.
     *
     * @param owner the seam's owner, where the catalog names one
     */
    public record Feed(Ref from, Ref to, String dataset, Optional<Ref> owner) {}
}
