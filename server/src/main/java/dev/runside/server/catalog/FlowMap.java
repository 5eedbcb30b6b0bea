package dev.runside.server.catalog;

import dev.runside.core.Ref;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One flow with everything on it: its hops in the order of the calls, and every seam on it.
 *
 * @param owner absent where nobody is accountable; then {@code gap} says why
 * @param strength {@code hard} where a hop fails with the next one, else {@code soft}
 */
public record FlowMap(
        Ref ref,
        String name,
        String title,
        Ref product,
        Optional<Ref> owner,
        Optional<String> gap,
        String strength,
        List<Stop> hops,
        List<Seam> seams) {

    public FlowMap {
        hops = List.copyOf(hops);
        seams = List.copyOf(seams);
    }

    /**
     * A hop or a shared system on the path.
     *
     * @param product absent for a shared system
     */
    public record Stop(
            Ref ref,
            String title,
            String function,
            String service,
            Optional<Ref> product,
            boolean substrate,
            Optional<Ref> owner,
            Optional<String> gap) {}

    /**
     * An edge between two hops that somebody has to own in between.
     *
     * @param kind {@code calls} or {@code feeds}
     * @param crosses what differs at its ends: function, product, system, owner
     * @param dataset what is fed; absent for calls
     */
    public record Seam(
            Ref id,
            Ref from,
            Ref to,
            String kind,
            Set<String> crosses,
            Optional<String> dataset,
            Optional<Ref> owner,
            Optional<String> gap) {}
}
