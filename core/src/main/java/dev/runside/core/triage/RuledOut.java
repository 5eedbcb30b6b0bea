package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What was looked at besides, and what that says. */
record RuledOut(Catalog catalog, List<Finding> findings, Set<Ref> unhealthy, Set<Ref> well) {

    /**
     * @param first the first suspect's place
     * @param changed whether a change is a suspect
     */
    List<String> lines(Ref first, boolean changed) {
        List<String> lines = new ArrayList<>();
        for (Ref hop : catalog.graph().dependencies(first)) {
            if (well.contains(hop)) {
                lines.add(hop + " is not the cause any more: it is well again");
            } else if (!unhealthy.contains(hop)) {
                lines.add(hop + silent(hop));
            }
        }
        boolean gone = findings.stream().anyMatch(f -> f.lifeless() && f.subject().equals(first));
        if (first.onPath() && !gone) {
            lines.add("no agent has said that the process of " + first + " is gone");
        }
        if (!changed) {
            lines.add("no change on the path was announced in the 10 minutes before");
        }
        return lines;
    }

    private String silent(Ref hop) {
        long watched =
                catalog.indicators().values().stream()
                        .filter(indicator -> indicator.subject().equals(hop))
                        .count();
        return watched == 0
                ? " has no indicator and cannot be ruled out"
                : " is not the cause: no finding by its indicators (" + watched + ")";
    }
}
