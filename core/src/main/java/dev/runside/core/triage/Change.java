package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.state.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that somebody changes on purpose.
 *
 * @param kind deploy, stop, config, flag, schema, migration, maintenance
 * @param until when it is no longer an excuse, finished or not
 */
public record Change(
        String id,
        String kind,
        Ref subject,
        String summary,
        String by,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Instant until)
        implements Entry {

    /** How long after its end a change still explains what began during it. */
    static final Duration AFTERMATH = Duration.ofSeconds(5);

    /** How much earlier than the announcement an effect may be seen. */
    static final Duration FORE = Duration.ofSeconds(2);

    @Override
    public String key() {
        return id;
    }

    public Ref ref() {
        return new Ref("change", id);
    }

    public boolean underWay(Instant now) {
        return finishedAt.isEmpty() && now.isBefore(until);
    }

    /**
     * Whether something that began then began because of this change's own course.
     *
     * @param blur how much earlier than it was the beginning may be stated
     */
    boolean covers(Instant began, Duration blur) {
        Instant end = finishedAt.orElse(until).plus(AFTERMATH);
        return !began.isBefore(startedAt.minus(FORE).minus(blur)) && began.isBefore(end);
    }

    public Change finished(Instant at) {
        return new Change(id, kind, subject, summary, by, startedAt, Optional.of(at), until);
    }
}
