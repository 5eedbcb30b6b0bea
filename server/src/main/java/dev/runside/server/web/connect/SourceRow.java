package dev.runside.server.web.connect;

import dev.runside.server.intake.SourceReport;
import dev.runside.server.web.words.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A source in the list.
 *
 * @param style of its badge
 */
public record SourceRow(
        String name,
        String speaksFor,
        Optional<Stamp> lastSeen,
        String state,
        String style,
        long perMinute,
        long refused,
        String unmapped,
        long firingBefore,
        List<SourceReport.Name> gaps) {

    private static final int MOST_GAPS = 3;

    static SourceRow of(SourceReport source, Instant now) {
        boolean wrong = !source.troubles().isEmpty() || source.stale() > 0;
        return new SourceRow(
                source.source().substring("source:".length()),
                String.join(", ", source.speaksFor()).replace("*", "everything"),
                source.lastSeen().map(at -> new Stamp(at, now)),
                state(source),
                wrong ? "bad" : source.open() && source.lastSeen().isPresent() ? "good" : "closed",
                source.perMinute(),
                source.refused(),
                String.format(Locale.ROOT, "%.1f %%", 100 * source.unmappedShare()),
                source.firingBefore(),
                source.gaps().stream().limit(MOST_GAPS).toList());
    }

    private static String state(SourceReport source) {
        if (!source.open()) {
            return "token ended";
        }
        if (!source.troubles().isEmpty()) {
            return source.troubles().getFirst();
        }
        if (source.stale() > 0) {
            return source.stale() + " stale";
        }
        return source.lastSeen().isPresent() ? "heard" : "waiting";
    }
}
