package dev.runside.core.catalog;

import dev.runside.core.Ref;
import java.util.Optional;
import java.util.Set;

/** A named agent with an owner, a lifecycle and the actions it may be asked for. */
public record OpsAgent(Ref ref, Optional<Ref> owner, Lifecycle lifecycle, Set<String> actions) {

    /** From proposal to retirement; only an active agent gets work. */
    public enum Lifecycle {
        PROPOSED,
        ACTIVE,
        SUSPENDED,
        RETIRED
    }

    public OpsAgent {
        actions = Set.copyOf(actions);
    }
}
