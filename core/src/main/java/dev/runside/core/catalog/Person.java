package dev.runside.core.catalog;

import dev.runside.core.Ref;
import java.util.Set;

/** A person who can own, be paged and act. */
public record Person(Ref ref, String displayName, Set<Role> roles) {

    /** The two roles an installation needs besides owners. */
    public enum Role {
        ARCHITECT,
        PLATFORM_OWNER
    }

    public Person {
        roles = Set.copyOf(roles);
    }
}
