package dev.runside.server.intake.alerts;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.server.intake.Digest;
import dev.runside.server.intake.Reception;
import dev.runside.server.intake.alerts.Judgement.Changed;
import dev.runside.server.intake.alerts.Judgement.Known;
import dev.runside.server.intake.alerts.Judgement.Refused;
import dev.runside.server.intake.log.Told;
import dev.runside.server.intake.mapping.Meaning;
import dev.runside.server.storage.ServerClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What an update says of an alert's state, for the indicators that count it: that it fires, each
 * time that its source vouches for it for longer; that it is over, once.
 */
@Component
class AlertStates {

    static final String FIRING = "firing";
    static final String SILENCED = "silenced";
    static final String RESOLVED = "resolved";

    private static final int GRAIN_SECONDS = 10;

    private final AlertIndicators indicators;
    private final ServerClock clock;

    AlertStates(AlertIndicators indicators, ServerClock clock) {
        this.indicators = indicators;
        this.clock = clock;
    }

    /**
     * @param before what was known of the condition
     */
    Optional<Told> of(AlertUpdate update, Condition before, Judgement judgement, Instant now) {
        return switch (judgement) {
            case Refused _ -> Optional.empty();
            case Known _ ->
                    before.meant(update)
                            .flatMap(known ->
                                    said(known.occurrence(), List.of(), update, before, now));
            case Changed(var _, List<Occurrence> rows) ->
                    said(rows.getFirst(), rows, update, before, now);
        };
    }

    private Optional<Told> said(
            Occurrence occurrence,
            List<Occurrence> changed,
            AlertUpdate update,
            Condition before,
            Instant now) {
        String counting =
                indicators
                        .of(occurrence)
                        .map(use -> use.indicator().name())
                        .collect(Collectors.joining(","));
        if (counting.isEmpty() || occurrence.open() != update.firing()) {
            return Optional.empty();
        }
        if (occurrence.open()) {
            String state = occurrence.silencedBy().isPresent() ? SILENCED : FIRING;
            return Optional.of(told(occurrence, state, counting, vouched(occurrence, update), now));
        }
        return before.isOverWith(changed)
                ? Optional.of(told(occurrence, RESOLVED, counting, key(occurrence, RESOLVED), now))
                : Optional.empty();
    }

    private static UUID vouched(Occurrence occurrence, AlertUpdate update) {
        long grain = Math.floorDiv(update.until().getEpochSecond(), GRAIN_SECONDS);
        return key(occurrence, String.valueOf(grain));
    }

    private static UUID key(Occurrence occurrence, String step) {
        return new Digest().add("alert-state").add(occurrence.key().toString()).add(step).uuid();
    }

    private Told told(Occurrence occurrence, String state, String counting, UUID key, Instant now) {
        Ref subject = occurrence.subject().orElseThrow();
        Signal signal =
                Reception.signal(
                        occurrence.source(),
                        AlertDrafts.state(occurrence, state, counting, time(occurrence, now)),
                        new Meaning.Known(subject),
                        now);
        return Told.counted(key, signal);
    }

    /** It is over by its source's clock, which the server's may be ahead of. */
    private Instant time(Occurrence occurrence, Instant now) {
        return occurrence.resolvedAt().map(over -> over.plus(clock.ahead())).orElse(now);
    }
}
