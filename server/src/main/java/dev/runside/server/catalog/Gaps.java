package dev.runside.server.catalog;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Ownership;
import dev.runside.core.catalog.Ownership.Answer;
import dev.runside.core.catalog.Person.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what nobody answers for. */
final class Gaps {

    private final Catalog catalog;
    private final Ownership ownership;

    Gaps(Catalog catalog) {
        this.catalog = catalog;
        this.ownership = new Ownership(catalog);
    }

    List<Gap> all() {
        Stream<Ref> owned =
                Stream.of(
                                catalog.products().keySet(),
                                catalog.systems().keySet(),
                                catalog.flows().keySet(),
                                catalog.agents().keySet())
                        .flatMap(refs -> refs.stream());
        return Stream.concat(
                        Stream.of(Role.values()).flatMap(role -> vacant(role).stream()),
                        owned.flatMap(ref -> unowned(ref).stream()))
                .toList();
    }

    private Optional<Gap> vacant(Role role) {
        String name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return catalog.inRole(role).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Gap(
                                new Ref("role", name),
                                "nobody is " + name.replace('-', ' '),
                                "give a Person spec.roles: [" + name + "]"));
    }

    private Optional<Gap> unowned(Ref ref) {
        return switch (ownership.of(ref)) {
            case Answer.Owner _ -> Optional.empty();
            case Answer.Gap gap ->
                    Optional.of(
                            new Gap(ref, sentence(ref, gap.reason()), "write owner: user:name"));
        };
    }

    private static String sentence(Ref ref, String reason) {
        return reason.startsWith(ref.toString()) ? reason : ref + " has no owner: " + reason;
    }
}
