package dev.runside.bench.heal;

import dev.runside.bench.heal.fleet.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One kill and what came of it.
 *
 * @param at just before SIGKILL was sent
 * @param remedy when the restart began, by the service's own launcher
 * @param answered when the service was found to answer again
 */
record Kill(Service service, Instant at, Optional<Instant> remedy, Optional<Instant> answered) {

    boolean healed() {
        return remedy.isPresent() && answered.isPresent();
    }

    Duration toRemedy() {
        return Duration.between(at, remedy.orElseThrow());
    }

    Duration toAnswer() {
        return Duration.between(at, answered.orElseThrow());
    }

    Duration until(Instant later) {
        return Duration.between(at, later);
    }
}
