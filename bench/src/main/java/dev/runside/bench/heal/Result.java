package dev.runside.bench.heal;

import java.util.Map;

/**
 * What came out of one side's trial.
 *
 * @param kills how many were made
 * @param toRemedy of the kills that count
 * @param toWell until the side itself said that the service is well
 * @param unasked remedies of services to which nothing had been done
 * @param cpu in percent of one core while nothing happened, by process
 */
record Result(
        String name,
        int kills,
        Spread toRemedy,
        Spread toAnswer,
        Spread toWell,
        Map<Deed.Kind, Integer> remedies,
        long unasked,
        Map<String, Double> cpu) {

    double cpuInAll() {
        return cpu.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Remedies that nothing called for. */
    long needless() {
        return unasked
                + remediesOn(Deed.Kind.PAUSE)
                + remediesOn(Deed.Kind.STOP)
                + remediesOn(Deed.Kind.DEPLOY);
    }

    int remediesOn(Deed.Kind kind) {
        return remedies.getOrDefault(kind, 0);
    }
}
