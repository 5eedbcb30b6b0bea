package dev.runside.core.catalog;

import dev.runside.core.Ref;
import java.util.List;
import java.util.Optional;

/**
 * A customer's request path: each hop calls the next and, where {@code hard}, fails with it.
 *
 * @param owner where it is another person than the product's owner
 */
public record Flow(
        Ref ref, String title, Ref product, Optional<Ref> owner, List<Ref> path, boolean hard) {

    public Flow {
        path = List.copyOf(path);
    }
}
