package dev.runside.bench.heal.fleet;

import dev.runside.bench.rig.Victim;

/** One service of a fleet and the trace of its remedies. */
public record Service(Victim victim, Stamps remedies) {

    public String name() {
        return victim.name();
    }
}
