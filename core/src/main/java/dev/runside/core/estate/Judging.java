package dev.runside.core.estate;

import dev.runside.core.page.Pages;
import dev.runside.core.state.Draft;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Judgement;
import dev.runside.core.triage.Tier;
import dev.runside.core.triage.Triage;
import java.util.Locale;
import java.util.Optional;

/** Judges an incident again on what is known now, and tells what changed of it. */
final class Judging {

    private final Draft draft;
    private final Triage triage;
    private final Pages pages;

    Judging(Draft draft, Triage triage, Pages pages) {
        this.draft = draft;
        this.triage = triage;
        this.pages = pages;
    }

    /**
     * An incident as it is judged now.
     *
     * @param tier what is to be told of its tier, unless a runbook takes it
     */
    record Judged(Incident incident, Optional<String> tier) {}

    /** Judges again; what was settled only rises, and a run on the same suspect keeps its tier. */
    Judged again(Incident incident) {
        Judgement before = incident.judgement();
        Judgement fresh = triage.judge(incident);
        boolean sameSuspect = fresh.suspect().equals(before.suspect());
        Tier tier = fresh.tier();
        String why = fresh.why();
        if (before.settled()
                && (before.tier().compareTo(tier) > 0 || keepsRoutine(before, fresh))) {
            tier = before.tier();
            why = before.why();
        }
        Judgement next = before.settled() ? settled(fresh, tier, why) : fresh;
        boolean opening = incident.times().openedAt().equals(draft.now());
        Incident changed = draft.put(incident.judged(next));
        if (!sameSuspect || opening) {
            draft.tell(
                    incident.id(),
                    "suspect",
                    "suspect: "
                            + next.suspect()
                            + " — "
                            + String.join("; ", next.suspects().getFirst().evidence()));
        }
        boolean told =
                !opening && before.tier() == tier && (sameSuspect || before.why().equals(why));
        if (!before.paged().equals(next.paged())) {
            pages.handOver(changed);
        }
        return new Judged(
                draft.find(Incident.class, incident.id()).orElseThrow(),
                told ? Optional.empty() : Optional.of(name(tier) + ": " + why));
    }

    private static boolean keepsRoutine(Judgement before, Judgement fresh) {
        return before.tier() == Tier.ROUTINE
                && fresh.tier() == Tier.NOVEL
                && fresh.suspect().equals(before.suspect());
    }

    static Judgement settled(Judgement judgement, Tier tier, String why) {
        return judgement.at(tier, why, true);
    }

    static String name(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }
}
