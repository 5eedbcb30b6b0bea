package dev.runside.core.triage;

import dev.runside.core.Ref;
import java.util.List;

/**
 * Where the evidence says it went wrong first.
 *
 * @param ref the hop, system, flow, product or agent; of a change, {@code change:id}
 * @param at the hop it happened on; equal to {@code ref} unless a change
 * @param kind hop, system, change, agent, flow or product
 * @param score 0 to 1, for ranking; not a probability
 */
public record Suspect(Ref ref, Ref at, String kind, double score, List<String> evidence) {

    public Suspect {
        evidence = List.copyOf(evidence);
    }
}
