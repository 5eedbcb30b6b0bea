package dev.runside.server.intake.poll;

import dev.runside.server.intake.alerts.AlertIntake;
import dev.runside.server.intake.alerts.AlertUpdate;
import dev.runside.server.intake.mapping.Speaker;
import dev.runside.server.intake.pagerduty.LogEntries.Acknowledged;
import dev.runside.server.intake.pagerduty.LogEntries.Said;
import dev.runside.server.intake.pagerduty.LogEntries.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells what incidents did, one step after the other: a later one asks what the earlier one made.
 * An incident whose event was sent here too began when that arrived.
 */
@Component
class Steps {

    /** Between an event's arrival here and its incident there. */
    private static final Duration APART = Duration.ofMinutes(2);

    private final AlertIntake alerts;

    Steps(AlertIntake alerts) {
        this.alerts = alerts;
    }

    /**
     * @return how many were refused, for their source may not speak of what they are about
     */
    int take(Speaker speaker, List<Step> steps) {
        int refused = 0;
        for (Step step : steps) {
            switch (step) {
                case Said(_, AlertUpdate update) ->
                        refused +=
                                alerts.take(speaker, List.of(asBegun(speaker, update)))
                                        .refused()
                                        .size();
                case Acknowledged acknowledged ->
                        alerts.acknowledge(speaker, acknowledged.identity());
            }
        }
        return refused;
    }

    private AlertUpdate asBegun(Speaker speaker, AlertUpdate update) {
        return new AlertUpdate(
                update.identity(),
                update.labels(),
                update.annotations(),
                update.generator(),
                update.startsAt()
                        .flatMap(time ->
                                alerts.begunAround(speaker, update.identity(), time, APART)
                                        .or(() -> Optional.of(time))),
                update.endedAt(),
                update.until());
    }
}
