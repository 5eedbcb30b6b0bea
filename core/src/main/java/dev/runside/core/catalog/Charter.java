package dev.runside.core.catalog;

import dev.runside.core.Ref;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one person may do within a scope. What no right names is refused. */
public record Charter(String name, Ref holder, Set<Ref> scope, List<Right> rights) {

    public Charter {
        scope = Set.copyOf(scope);
        rights = List.copyOf(rights);
    }

    /** How a right is held. */
    public enum How {
        ALONE,
        APPROVAL,
        NEVER
    }

    /**
     * @param act what is done: {@code remediate}, {@code resolve}, {@code stop}, {@code apply},
     *     {@code hold}, {@code deploy}
     * @param of whose approval, where one is needed
     */
    public record Right(String act, How how, Optional<Ref> of) {}
}
