package dev.runside.core.catalog;

import dev.runside.core.Ref;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
     * @param alsoNamed what other tools call it, such as its repository
     * @param owner where it is another person than the product's owner
     */
    public record Hop(
            Ref ref,
            Function function,
            String service,
            Set<String> alsoNamed,
            Optional<Ref> owner) {

        public Hop {
            alsoNamed = Set.copyOf(alsoNamed);
        }

        public Hop(Ref ref, Function function, String service, Optional<Ref> owner) {
            this(ref, function, service, Set.of(), owner);
        }

        /** All names that signals may carry for it. */
        public Stream<String> names() {
            return Stream.concat(Stream.of(service), alsoNamed.stream()).distinct();
        }
    }

    /**
     * Data that one hop writes and another reads. The reader depends on the shape of the data, not
     * on the writer's uptime.
     *
     * @param owner the seam's owner, where the catalog names one
     */
    public record Feed(Ref from, Ref to, String dataset, Optional<Ref> owner) {}
}
