package dev.runside.server.catalog.check;

import dev.runside.core.Ref;
import dev.runside.server.catalog.definition.Fault;
import dev.runside.server.catalog.definition.Faults;
import java.util.List;
import java.util.Set;

/**
 * The judgement on all definitions together.
 *
 * @param faults for which they are refused
 * @param warnings with which they are taken
 */
public record Review(List<Fault> faults, List<Fault> warnings) {

    public static Review of(Whole whole) {
        return of(whole, Set.of());
    }

    /**
     * @param kept which of them are in force and not in the files that are applied
     */
    public static Review of(Whole whole, Set<Ref> kept) {
        Faults faults = new Faults();
        Faults warnings = new Faults();
        new Names(whole, kept, faults).check();
        new Links(whole, faults).check();
        new SloIndicators(whole.definitions(), whole.catalog(), faults).all();
        new LeadershipMetrics(whole, faults).check();
        new Runbooks(whole, faults, warnings).check();
        return new Review(faults.sorted(), warnings.sorted());
    }
}
