package dev.runside.server.catalog;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Ownership;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Person.Role;
import dev.runside.core.charter.Desk;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.GrantRight;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * An admin, an architect and a platform owner give anything; others let a source speak for what
 * they have the right {@code apply} on, and let in an agent that they own.
 */
@Component
class CatalogGrants implements GrantRight {

    private final Catalogs catalogs;

    CatalogGrants(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    @Override
    public Optional<String> refusesSource(PersonCaller by, List<String> subjects) {
        Catalog catalog = catalogs.current();
        return givesAnything(catalog, by)
                ? Optional.empty()
                : subjects.stream()
                        .filter(subject -> !may(catalog, by, subject))
                        .findFirst()
                        .map(subject ->
                                "%s has no right to let a source speak for %s; ask %s"
                                        .formatted(by.person(), subject, whoCould(catalog)));
    }

    @Override
    public Optional<String> refusesAgent(PersonCaller by, Ref agent) {
        Catalog catalog = catalogs.current();
        boolean own =
                new Ownership(catalog).of(agent).name().filter(by.person()::equals).isPresent();
        return own || givesAnything(catalog, by)
                ? Optional.empty()
                : Optional.of(
                        "%s has no right to let %s in; ask its owner or %s"
                                .formatted(by.person(), agent, whoCould(catalog)));
    }

    private static boolean may(Catalog catalog, PersonCaller by, String subject) {
        return !subject.equals("*")
                && new Desk(catalog).ask(ApplyRight.ACT, by.person(), Ref.parse(subject))
                        instanceof Desk.Answer.Allowed;
    }

    private static boolean givesAnything(Catalog catalog, PersonCaller by) {
        Person person = catalog.persons().get(by.person());
        return by.admin()
                || person != null
                        && (person.roles().contains(Role.ARCHITECT)
                                || person.roles().contains(Role.PLATFORM_OWNER));
    }

    private static String whoCould(Catalog catalog) {
        return catalog.inRole(Role.PLATFORM_OWNER)
                .map(owner -> owner + " or an admin")
                .orElse("an admin");
    }
}
