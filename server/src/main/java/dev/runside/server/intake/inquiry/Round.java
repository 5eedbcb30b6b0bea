package dev.runside.server.intake.inquiry;

import dev.runside.core.Ref;
import dev.runside.server.intake.source.SourceCondition;
import dev.runside.server.intake.source.SourceFaults;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks one source, one question after the other. While it does not answer it is left alone longer
 * each time. One thread at a time comes here.
 */
final class Round {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** One question in vain is no finding. */
    private static final int TOLD_AFTER = 2;

    private final Ref source;
    private final Inquirer inquirer;
    private final SourceFaults faults;
    private final ServerClock clock;
    private final Map<String, String> refused = new TreeMap<>();
    private int failures;
    private Instant pausedUntil = Instant.MIN;

    Round(Ref source, Inquirer inquirer, SourceFaults faults, ServerClock clock) {
        this.source = source;
        this.inquirer = inquirer;
        this.faults = faults;
        this.clock = clock;
    }

    void go(List<Inquiry> inquiries) {
        refused.keySet().retainAll(inquiries.stream().map(Inquiry::name).toList());
        if (clock.instant().isBefore(pausedUntil)) {
            return;
        }
        try {
            inquiries.stream().filter(inquirer::isDue).forEach(this::ask);
            tellRefused();
        } catch (Unanswered.Away away) {
            failed(away.why());
        }
    }

    private void ask(Inquiry inquiry) {
        try {
            inquirer.ask(inquiry);
            refused.remove(inquiry.name());
        } catch (Unanswered.Refused no) {
            refused.put(inquiry.name(), no.why());
        }
        failures = 0;
        faults.well(source, SourceCondition.POLL_FAILS);
    }

    private void failed(String why) {
        failures++;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 6));
        Duration bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        pausedUntil = clock.instant().plus(bounded);
        if (failures >= TOLD_AFTER) {
            faults.met(
                    source,
                    SourceCondition.POLL_FAILS,
                    "%s is asked in vain: %s".formatted(source, why),
                    bounded);
        }
    }

    private void tellRefused() {
        if (refused.isEmpty()) {
            faults.well(source, SourceCondition.QUERY_FAILS);
            return;
        }
        var first = refused.entrySet().iterator().next();
        String others = refused.size() == 1 ? "" : " (and %d more)".formatted(refused.size() - 1);
        faults.met(
                source,
                SourceCondition.QUERY_FAILS,
                "%s has no answer for the indicator %s%s: %s"
                        .formatted(source, first.getKey(), others, first.getValue()));
    }
}
