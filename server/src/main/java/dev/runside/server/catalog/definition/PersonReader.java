package dev.runside.server.catalog.definition;

import dev.runside.core.catalog.Person;
import java.util.Set;

final class PersonReader {

    private static final Form<Person.Role> ROLE = Form.choice(Person.Role.class);

    private PersonReader() {}

    static Person read(Outline outline) {
        return outline.specIfAny()
                .map(spec -> {
                    String shown = spec.readOr("displayName", Texts.LINE, outline.name());
                    Set<Person.Role> roles = Set.copyOf(spec.readAll("roles", ROLE));
                    spec.noOthers();
                    return new Person(outline.ref(), shown, roles);
                })
                .orElseGet(() -> new Person(outline.ref(), outline.name(), Set.of()));
    }
}
