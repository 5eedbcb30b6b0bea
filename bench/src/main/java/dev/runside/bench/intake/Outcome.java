package dev.runside.bench.intake;

import java.util.Map;
import java.util.Optional;

/**
 * What came of it.
 *
 * @param settings of PostgreSQL, which durability rests on
 */
record Outcome(Side ours, Optional<Side> peer, Ledger ledger, Map<String, String> settings) {

    /** One target under both kinds of load. */
    record Side(String name, Figures known, Figures fresh) {}

    boolean ok() {
        return ledger.wrong().isEmpty();
    }

    Optional<Double> ratio() {
        return peer.map(side -> ours.known().perSecond() / side.known().perSecond());
    }

    Optional<Double> ratioNew() {
        return peer.map(side -> ours.fresh().perSecond() / side.fresh().perSecond());
    }
}
