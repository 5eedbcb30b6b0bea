package dev.runside.server.web.words;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Product;
import dev.runside.core.catalog.SharedSystem;
import java.util.Locale;
import java.util.Optional;

/** The function that a hop belongs to. */
public final class FunctionWord {

    private FunctionWord() {}

    public static String of(Function function) {
        return function.name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Function> function(Ref hop, Catalog catalog) {
        return catalog.hop(hop)
                .map(Product.Hop::function)
                .or(() ->
                        Optional.ofNullable(catalog.systems().get(hop))
                                .map(SharedSystem::function));
    }
}
