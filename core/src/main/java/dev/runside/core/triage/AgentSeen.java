package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.state.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * An enrolled agent's newest sign of life.
 *
 * @param services the services it says it may act on
 * @param holding true while a hold on its own machine stops it
 */
public record AgentSeen(
        Ref agent, String version, Set<String> services, boolean holding, Instant seenAt)
        implements Entry {

    public AgentSeen {
        services = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(services));
    }

    @Override
    public String key() {
        return agent.toString();
    }

    public boolean silent(Instant now, Duration bound) {
        return seenAt.plus(bound).isBefore(now);
    }

    /** Of its services and of the hold on its machine. */
    public boolean saysTheSame(AgentSeen other) {
        return services.equals(other.services) && holding == other.holding;
    }

    /** Whether an earlier sign of life is so near that this one adds nothing. */
    public boolean coveredBy(AgentSeen earlier, Duration lag) {
        return saysTheSame(earlier)
                && version.equals(earlier.version)
                && seenAt.isBefore(earlier.seenAt.plus(lag));
    }

    Finding silence(Instant now) {
        return Finding.event(
                "agent-silent",
                agent,
                "",
                Layer.MACHINERY,
                Function.PLATFORM,
                seenAt,
                now,
                "no heartbeat for " + Duration.between(seenAt, now).toSeconds() + " s");
    }

    public AgentSeen at(Instant now) {
        return new AgentSeen(agent, version, services, holding, now);
    }
}
