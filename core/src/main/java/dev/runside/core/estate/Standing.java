package dev.runside.core.estate;

import dev.runside.core.run.Phase;
import dev.runside.core.run.Run;
import dev.runside.core.state.Draft;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Tier;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** How an incident stands: what of it still holds, and what was tried. */
final class Standing {

    private final Draft draft;

    Standing(Draft draft) {
        this.draft = draft;
    }

    /** Nothing of it holds any more. */
    boolean over(Incident incident) {
        return open(incident).findAny().isEmpty();
    }

    /** Nothing of it is worth waking anybody. */
    boolean canWait(Incident incident) {
        return open(incident).allMatch(Finding::canWait);
    }

    /** Oldest first. */
    Stream<Run> runs(Incident incident) {
        return draft.all(Run.class).filter(run -> run.incident().equals(incident.id()));
    }

    Optional<Run> activeRun(Incident incident) {
        return runs(incident).filter(run -> run.phase().active()).findFirst();
    }

    /** A run brought it to its end, or found nothing to do. */
    boolean healed(Incident incident) {
        return runs(incident).anyMatch(Standing::well);
    }

    /** Not under the hands of a person who took it, and not again what did not help. */
    boolean mayRun(Incident incident) {
        return incident.judgement().tier() != Tier.SYSTEMIC
                && incident.acknowledged().isEmpty()
                && runs(incident).allMatch(Standing::well)
                && newerThanLastRun(incident);
    }

    /** After a verified run only evidence that came later asks for another. */
    private boolean newerThanLastRun(Incident incident) {
        Optional<Instant> lastEnd =
                runs(incident)
                        .flatMap(run -> run.times().endedAt().stream())
                        .max(Comparator.naturalOrder());
        return lastEnd.isEmpty()
                || open(incident)
                        .anyMatch(finding ->
                                finding.lifeless() && finding.detectedAt().isAfter(lastEnd.get()));
    }

    private static boolean well(Run run) {
        return run.phase() == Phase.VERIFIED || run.phase() == Phase.NOT_NEEDED;
    }

    private Stream<Finding> open(Incident incident) {
        return incident.findings().stream()
                .flatMap(key -> draft.find(Finding.class, key).stream())
                .filter(finding ->
                        finding.open()
                                && finding.incident().filter(incident.id()::equals).isPresent());
    }
}
