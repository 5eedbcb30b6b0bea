package dev.runside.core.triage;

import dev.runside.core.signal.Signal;
import dev.runside.core.state.Draft;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts other tools' alerts: those of one name at one subject are one finding, which is over when
 * the last of them is.
 */
final class AlertCount {

    /**
     * After this time in which nothing was heard of it, an alert that fires anew is something new:
     * many tools never say that one is over.
     */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Draft draft;

    AlertCount(Draft draft) {
        this.draft = draft;
    }

    /**
     * The finding to raise in place of the open one, because the alert fires anew and nobody has
     * taken its incident; what held goes on holding.
     */
    Optional<Finding> anew(Signal signal, Finding told) {
        Optional<Finding> known = open(told.key()).filter(open -> forgotten(open, told));
        known.ifPresent(open -> joins(signal, told));
        return known.flatMap(_ -> open(told.key())).map(open -> told.with(open.alerts()));
    }

    private boolean forgotten(Finding known, Finding told) {
        return told.startedAt().isAfter(known.lastSeenAt().plus(FORGOTTEN))
                && known.incident()
                        .flatMap(id -> draft.find(Incident.class, id))
                        .flatMap(Incident::acknowledged)
                        .isEmpty();
    }

    /** One holds; true when an open finding has one alert more by it. */
    boolean joins(Signal signal, Finding told) {
        String key = CountedAlert.key(told.key(), signal.fingerprint());
        boolean counted = draft.find(CountedAlert.class, key).isPresent();
        Optional<Finding> open = open(told.key());
        if (!counted) {
            // Of many alerts one finding's key is kept, not one for each.
            String finding = open.map(Finding::key).orElse(told.key());
            draft.put(new CountedAlert(key, finding, false));
        }
        if (counted || open.isEmpty()) {
            return false;
        }
        Finding more = open.get().joinedBy(told);
        draft.put(more);
        tellTimesTen(signal, more);
        return true;
    }

    /** One is over; true when it was the last. */
    boolean wasLast(Signal signal, String finding) {
        Optional<CountedAlert> counted = counted(signal, finding);
        counted.ifPresent(alert -> draft.remove(CountedAlert.class, alert.key()));
        Optional<Finding> open = open(finding);
        if (counted.isEmpty() || open.isEmpty()) {
            return false;
        }
        Alerts rest = open.get().alerts().fewer(counted.get().stale(), signal.judgedAt());
        return draft.put(open.get().with(rest)).alerts().holding() <= 0;
    }

    /** Silence does not end an alert: the incident stays as it is, and says so. */
    void stale(Signal signal, String finding) {
        change(signal, finding, true)
                .filter(after -> after.staleSince().isPresent())
                .ifPresent(after -> tell(signal, after, staleLine(signal)));
    }

    void repeated(Signal signal, String finding) {
        boolean wasStale = open(finding).filter(each -> each.staleSince().isPresent()).isPresent();
        change(signal, finding, false)
                .filter(_ -> wasStale)
                .ifPresent(after ->
                        tell(
                                signal,
                                draft.put(after.seenAgain(draft.now())),
                                repeatedLine(signal)));
    }

    private Optional<Finding> change(Signal signal, String key, boolean stale) {
        Optional<CountedAlert> counted =
                counted(signal, key).filter(alert -> alert.stale() != stale);
        counted.ifPresent(alert -> draft.put(alert.stale(stale)));
        return counted.flatMap(_ -> open(key))
                .map(finding -> {
                    Alerts alerts = finding.alerts();
                    return draft.put(
                            finding.with(
                                    stale ? alerts.stale(signal.judgedAt()) : alerts.repeated()));
                });
    }

    private Optional<CountedAlert> counted(Signal signal, String finding) {
        return draft.find(CountedAlert.class, CountedAlert.key(finding, signal.fingerprint()));
    }

    private Optional<Finding> open(String key) {
        return draft.find(Finding.class, key).filter(Finding::open);
    }

    private void tellTimesTen(Signal signal, Finding finding) {
        int holding = finding.alerts().holding();
        if (holding == 10 || holding == 100 || holding == 1_000 || holding == 10_000) {
            tell(signal, finding, finding.subject() + ": " + finding.said());
        }
    }

    private void tell(Signal signal, Finding finding, String text) {
        finding.incident().ifPresent(id -> draft.tell(id, signal.judgedAt(), "signal", text));
    }

    private static String staleLine(Signal signal) {
        return "stale: %s no longer repeats it, and has not said that it is over: %s"
                .formatted(signal.source(), signal.title());
    }

    private static String repeatedLine(Signal signal) {
        return signal.source() + " repeats it again: " + signal.title();
    }
}
