package dev.runside.server.web.connect;

import dev.runside.server.intake.SourceReport;
import dev.runside.server.web.words.Counted;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of a source so far.
 *
 * @param heard whether anything did
 */
public record SeenView(boolean heard, String sentence, List<SourceReport.Name> gaps) {

    private static final int MOST_GAPS = 5;

    static SeenView of(SourceReport source) {
        if (source.lastSeen().isEmpty()) {
            return new SeenView(
                    false, "Nothing has come yet. This looks again by itself.", List.of());
        }
        return new SeenView(
                true, sentence(source), source.gaps().stream().limit(MOST_GAPS).toList());
    }

    private static String sentence(SourceReport source) {
        long mapped = source.mapped().stream().mapToLong(SourceReport.Subject::count).sum();
        long all = mapped + source.unmapped();
        String hops =
                source.mapped().stream()
                        .map(each -> each.subject().replaceFirst("^.*[:/]", ""))
                        .collect(Collectors.joining(", "));
        return "%s seen, %d mapped%s%s.%s%s"
                .formatted(
                        Counted.of(all, "report"),
                        mapped,
                        hops.isEmpty() ? "" : " (" + hops + ")",
                        source.unmapped() == 0 ? "" : ", " + source.unmapped() + " not",
                        source.firingBefore() == 0
                                ? ""
                                : " %d was firing before and counts from its next change."
                                        .formatted(source.firingBefore()),
                        source.refused() == 0
                                ? ""
                                : " Refused: " + Counted.of(source.refused(), "request") + ".");
    }
}
