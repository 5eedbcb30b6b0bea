package dev.runside.core.catalog;

import dev.runside.core.Ref;
import java.util.Optional;

/**
 * A system that several products use.
 *
 * @param substrate true when everything on it fails with it (a database, a cluster)
 */
public record SharedSystem(
        Ref ref,
        String title,
        Optional<Ref> owner,
        boolean substrate,
        Function function,
        String service) {}
