package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.state.Entry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * That an incident is what goes on failing of another one, whose shared system is well again.
 *
 * @param from the incident it was part of, as people say it: 12
 * @param recovered the shared system
 */
public record Remainder(String incident, long from, Ref recovered, Instant recoveredAt)
        implements Entry {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public String key() {
        return incident;
    }

    /** Why somebody is told of it now. */
    public String sentence() {
        return "%s is well again since %s UTC, and this goes on failing (was part of #%d)"
                .formatted(recovered, CLOCK.format(recoveredAt), from);
    }
}
