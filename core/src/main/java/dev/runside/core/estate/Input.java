package dev.runside.core.estate;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Action;
import dev.runside.core.cluster.Topic;
import dev.runside.core.learn.Proposal;
import dev.runside.core.run.StepResult;
import dev.runside.core.signal.Signal;
import dev.runside.core.triage.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Everything that can happen to an estate. */
public sealed interface Input {

    /** Sources reported occurrences, in this order; what they do together is answered once. */
    record Observed(List<Signal> signals) implements Input {

        public Observed {
            signals = List.copyOf(signals);
        }
    }

    /** An indicator's rule newly holds. */
    record Raised(Finding finding) implements Input {}

    /** An indicator's rule no longer holds. */
    record Cleared(String findingKey, Instant at, String sentence) implements Input {}

    /** What these findings speak of goes well of late, though their windows still hold. */
    record Eased(Set<String> findings) implements Input {

        public Eased {
            findings = Set.copyOf(findings);
        }
    }

    /**
     * The tickets of a surge were read.
     *
     * @param finding the surge's key
     */
    record TicketsRead(String finding, int tickets, List<Topic> topics) implements Input {

        public TicketsRead {
            topics = List.copyOf(topics);
        }
    }

    /** Time passed. */
    record Ticked() implements Input {}

    /** The server took the estate over, under a new epoch. */
    record Restarted() implements Input {}

    /** An agent showed itself. */
    record AgentPolled(Ref agent, String version, Set<String> services, boolean holding)
            implements Input {}

    /** A step is about to be handed to its agent. */
    record StepSent(String stepKey) implements Input {}

    /** An agent reported a step's outcome. */
    record StepReported(StepResult result) implements Input {}

    /** What was counted for a run that verifies. */
    record Measured(String run, double good, double total) implements Input {}

    /** A person takes an incident. */
    record Acknowledge(String incident, Ref by) implements Input {}

    /** A person says what it was and that it is over. */
    record Resolve(String incident, Ref by, String cause) implements Input {}

    /** A person has an agent do something about an incident. */
    record Exec(String incident, Ref by, Action action, Duration timeout) implements Input {}

    /** A person decides on a runbook that was drafted. */
    record Decided(String proposal, Ref by, Proposal.State state, String reason) implements Input {}

    /** A person stops or releases all acting. */
    record SetHold(boolean on, Ref by, String reason) implements Input {}
}
