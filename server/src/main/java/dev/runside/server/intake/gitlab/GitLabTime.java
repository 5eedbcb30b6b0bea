package dev.runside.server.intake.gitlab;

import dev.runside.server.intake.body.Item;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * GitLab writes times in three ways, by the kind of event and its version. Zones by name, of which
 * UTC alone comes, would load them all.
 */
final class GitLabTime {

    private static final int MOST = 64;
    private static final List<DateTimeFormatter> FORMS =
            List.of(
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME,
                    DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                            .withZone(ZoneOffset.UTC),
                    DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss Z", Locale.ROOT));

    private GitLabTime() {}

    static Optional<Instant> of(Item item, String field) {
        String text = item.shortened(field, MOST);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> time =
                FORMS.stream().flatMap(form -> read(text, form).stream()).findFirst();
        if (time.isEmpty()) {
            item.wrong(field, "is not a time as GitLab writes it, as in 2026-01-31 12:00:00 UTC");
        }
        return time;
    }

    private static Optional<Instant> read(String text, DateTimeFormatter form) {
        try {
            Instant time = Instant.from(form.parse(text));
            return time.isBefore(Instant.EPOCH) ? Optional.empty() : Optional.of(time);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
