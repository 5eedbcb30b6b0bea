package dev.runside.core.page;

import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Judgement;
import dev.runside.core.triage.Suspect;

/**
 * What somebody reads who was woken: what is wrong, where it began, what changed, what was ruled
 * out.
 */
final class PageText {

    private PageText() {}

    static String of(Incident incident, String reason) {
        Judgement judgement = incident.judgement();
        StringBuilder text = new StringBuilder();
        text.append(judgement.title())
                .append(" — ")
                .append(judgement.tier().name().toLowerCase(java.util.Locale.ROOT))
                .append(": ")
                .append(judgement.why())
                .append('\n');
        text.append("Why you: ").append(reason).append('\n');
        judgement.gap().ifPresent(gap -> text.append("Gap: ").append(gap).append('\n'));
        Suspect first = judgement.suspects().getFirst();
        text.append("First hop that went wrong: ").append(first.at()).append('\n');
        first.evidence().forEach(line -> text.append("  - ").append(line).append('\n'));
        judgement.suspects().stream()
                .skip(1)
                .filter(suspect -> suspect.kind().equals("change"))
                .forEach(change ->
                        text.append("Changed before: ")
                                .append(String.join("; ", change.evidence()))
                                .append('\n'));
        judgement.ruledOut().forEach(line -> text.append("Checked: ").append(line).append('\n'));
        judgement.seam().ifPresent(seam -> text.append("Seam: ").append(seam).append('\n'));
        return text.toString();
    }
}
