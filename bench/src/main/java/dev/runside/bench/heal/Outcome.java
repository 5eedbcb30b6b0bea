package dev.runside.bench.heal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of a run.
 *
 * @param stages median milliseconds from SIGKILL to each station of our line, in its order
 * @param wrong what must not be, a sentence each; empty when the run counts
 */
record Outcome(
        Plan plan,
        Result ours,
        Optional<Result> peers,
        List<String> peerVersions,
        Map<String, Double> stages,
        List<String> wrong) {

    boolean ok() {
        return wrong.isEmpty();
    }

    /** How many times sooner our remedy starts: above 1 is better. */
    Optional<Double> ratio() {
        return peers.map(other -> other.toRemedy().median() / ours.toRemedy().median())
                .filter(Double::isFinite);
    }

    /** The same to the moment at which the service answers again. */
    Optional<Double> answerRatio() {
        return peers.map(other -> other.toAnswer().median() / ours.toAnswer().median())
                .filter(Double::isFinite);
    }
}
