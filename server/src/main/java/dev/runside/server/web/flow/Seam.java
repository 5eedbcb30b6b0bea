package dev.runside.server.web.flow;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Ownership;
import dev.runside.server.web.words.FunctionWord;
import dev.runside.server.web.words.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a request or data crosses from one responsibility into another.
 *
 * @param crossings what it crosses, each a few words
 * @param owner who answers for the seam, or why nobody does
 */
public record Seam(String from, String to, List<String> crossings, String owner, boolean owned) {

    public Seam {
        crossings = List.copyOf(crossings);
    }

    static Optional<Seam> between(Ref from, Ref to, Catalog catalog) {
        Names names = new Names(catalog);
        List<String> crossings = new ArrayList<>();
        group(from, to, catalog, names).ifPresent(crossings::add);
        function(from, to, catalog).ifPresent(crossings::add);
        if (crossings.isEmpty()) {
            return Optional.empty();
        }
        Ownership.Answer owner = new Ownership(catalog).of(Ref.seam(from, to));
        return Optional.of(
                new Seam(
                        names.label(from),
                        names.label(to),
                        crossings,
                        switch (owner) {
                            case Ownership.Answer.Owner known -> names.label(known.person());
                            case Ownership.Answer.Gap gap -> gap.reason();
                        },
                        owner.name().isPresent()));
    }

    private static Optional<String> group(Ref from, Ref to, Catalog catalog, Names names) {
        Ref left = catalog.productOf(from).orElse(from);
        Ref entered = catalog.productOf(to).orElse(to);
        return left.equals(entered)
                ? Optional.empty()
                : Optional.of(names.label(left) + " → " + names.label(entered));
    }

    private static Optional<String> function(Ref from, Ref to, Catalog catalog) {
        Optional<Function> left = FunctionWord.function(from, catalog);
        Optional<Function> entered = FunctionWord.function(to, catalog);
        return left.isEmpty() || entered.isEmpty() || left.equals(entered)
                ? Optional.empty()
                : Optional.of(FunctionWord.of(left.get()) + " → " + FunctionWord.of(entered.get()));
    }
}
