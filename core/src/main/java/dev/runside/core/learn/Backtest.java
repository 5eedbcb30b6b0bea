package dev.runside.core.learn;

import dev.runside.core.catalog.Runbook;
import dev.runside.core.run.Conditions;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import java.util.List;

/**
 * What a runbook would have done about incidents of the past, had it been trusted to act.
 *
 * @param incidents how many there were
 * @param runs of them those it would have acted on, oldest first
 */
public record Backtest(int incidents, List<Hit> runs) {

    public Backtest {
        runs = List.copyOf(runs);
    }

    /**
     * @param paged whether somebody was woken for it
     */
    public record Past(Incident incident, List<Finding> findings, boolean paged) {

        public Past {
            findings = List.copyOf(findings);
        }
    }

    /** One that it would have acted on. */
    public record Hit(long number, String title, String cause, boolean paged, Verdict verdict) {}

    /** Whether acting on it would have been right. */
    public enum Verdict {
        /** It had the cause that the runbook is for. */
        RIGHT,
        /** It had another cause. */
        WRONG,
        /** Nobody said what it was. */
        UNKNOWN
    }

    /**
     * @param cause what the runbook is for
     * @param past oldest first
     */
    public static Backtest of(
            Runbook runbook, String cause, List<Past> past, Conditions conditions) {
        return new Backtest(
                past.size(),
                past.stream()
                        .filter(each -> acts(runbook, each, conditions))
                        .map(each -> hit(each, cause))
                        .toList());
    }

    /** Nothing that it would have acted on had another cause. */
    public boolean clean() {
        return runs.stream().noneMatch(hit -> hit.verdict() == Verdict.WRONG);
    }

    /** Those that woke somebody, and that it is for. */
    public long pagesSaved() {
        return runs.stream().filter(hit -> hit.paged() && hit.verdict() == Verdict.RIGHT).count();
    }

    private static boolean acts(Runbook runbook, Past past, Conditions conditions) {
        Incident incident = past.incident();
        return past.findings().stream()
                .filter(finding -> finding.subject().equals(incident.judgement().suspect()))
                .anyMatch(finding -> conditions.triggers(runbook.when(), incident, finding));
    }

    private static Hit hit(Past past, String cause) {
        Incident incident = past.incident();
        String said = incident.cause().orElse("");
        Verdict verdict =
                said.isEmpty()
                        ? Verdict.UNKNOWN
                        : Resolution.plain(said).equals(Resolution.plain(cause))
                                ? Verdict.RIGHT
                                : Verdict.WRONG;
        return new Hit(
                incident.number(), incident.judgement().title(), said, past.paged(), verdict);
    }
}
