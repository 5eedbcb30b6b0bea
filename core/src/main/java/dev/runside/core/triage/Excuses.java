package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.state.Draft;
import java.util.Optional;

/**
 * Changes under whose own course a finding began: on its hop, on one it depends on, or within the
 * flow it speaks of.
 */
final class Excuses {

    private final Catalog catalog;
    private final Draft draft;

    Excuses(Catalog catalog, Draft draft) {
        this.catalog = catalog;
        this.draft = draft;
    }

    Optional<Change> of(Finding finding) {
        return draft.all(Change.class)
                .filter(change -> reaches(change.subject(), finding.subject()))
                .filter(change -> change.covers(finding.startedAt(), finding.blur()))
                .filter(change ->
                        change.underWay(draft.now())
                                || change.finishedAt()
                                        .filter(end ->
                                                draft.now().isBefore(end.plus(Triage.PATIENCE)))
                                        .isPresent())
                .findFirst();
    }

    private boolean reaches(Ref changed, Ref subject) {
        return switch (subject.kind()) {
            case "flow", "product" ->
                    catalog.flows().values().stream()
                            .filter(flow ->
                                    flow.ref().equals(subject) || flow.product().equals(subject))
                            .anyMatch(flow -> flow.path().contains(changed));
            default -> changed.equals(subject) || catalog.graph().dependsOn(subject, changed);
        };
    }
}
