package dev.runside.server.intake.alerts;

import java.time.Instant;
import java.util.Optional;

/**
 * What a source says of one alert at this moment.
 *
 * @param identity what makes it the same condition the next time; usually all its labels
 * @param startsAt absent where the source does not say: then it is about what holds already
 * @param endedAt present when it is over; a time in the future is none
 * @param until how long the source vouches for it without repeating it
 */
public record AlertUpdate(
        LabelSet identity,
        LabelSet labels,
        LabelSet annotations,
        String generator,
        Optional<Instant> startsAt,
        Optional<Instant> endedAt,
        Instant until) {

    public boolean firing() {
        return endedAt.isEmpty();
    }
}
