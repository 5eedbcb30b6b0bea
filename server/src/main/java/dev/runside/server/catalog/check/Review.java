package dev.runside.server.catalog.check;

import dev.runside.server.catalog.definition.Fault;
import dev.runside.server.catalog.definition.Faults;
import java.util.List;

/**
 * The judgement on all definitions together.
 *
 * @param faults for which they are refused
 * @param warnings with which they are taken
 */
public record Review(List<Fault> faults, List<Fault> warnings) {

    public static Review of(Whole whole) {
        Faults faults = new Faults();
        Faults warnings = new Faults();
        new Names(whole, faults).check();
        new Links(whole, faults).check();
        new LeadershipMetrics(whole, faults).check();
        new Runbooks(whole, faults, warnings).check();
        return new Review(faults.sorted(), warnings.sorted());
    }
}
