package dev.runside.core.estate;

import dev.runside.core.page.Page;
import dev.runside.core.run.Deed;
import dev.runside.core.run.Run;
import dev.runside.core.state.Draft;
import dev.runside.core.triage.Change;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Remainder;
import java.time.Duration;
import java.time.Instant;

/** Lets go of what decisions no longer look at. The record of it stays where the host keeps it. */
final class Retention {

    private static final Duration KEPT = Duration.ofHours(26);

    private final Draft draft;
    private final Instant bound;

    Retention(Draft draft) {
        this.draft = draft;
        this.bound = draft.now().minus(KEPT);
    }

    void forget() {
        draft.all(Incident.class)
                .filter(incident ->
                        !incident.live()
                                && incident.times().resolvedAt().filter(bound::isAfter).isPresent())
                .forEach(incident -> {
                    draft.remove(Incident.class, incident.key());
                    draft.find(Remainder.class, incident.key())
                            .ifPresent(rest -> draft.remove(Remainder.class, rest.key()));
                });
        draft.all(Finding.class)
                .filter(finding -> !finding.open() && finding.lastSeenAt().isBefore(bound))
                .forEach(finding -> draft.remove(Finding.class, finding.key()));
        draft.all(Run.class)
                .filter(run -> run.times().endedAt().filter(bound::isAfter).isPresent())
                .forEach(run -> draft.remove(Run.class, run.key()));
        draft.all(Deed.class)
                .filter(deed ->
                        !deed.open() && deed.result().orElseThrow().reportedAt().isBefore(bound))
                .filter(deed -> draft.find(Incident.class, deed.incident()).isEmpty())
                .forEach(deed -> draft.remove(Deed.class, deed.key()));
        draft.all(Page.class)
                .filter(page -> page.endedAt().filter(bound::isAfter).isPresent())
                .forEach(page -> draft.remove(Page.class, page.key()));
        draft.all(Change.class)
                .filter(change ->
                        !change.underWay(draft.now()) && change.startedAt().isBefore(bound))
                .forEach(change -> draft.remove(Change.class, change.key()));
    }
}
