package dev.runside.server.intake.poll;

import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.intake.Draft;
import dev.runside.server.intake.IntakeMeters;
import dev.runside.server.intake.Reception;
import dev.runside.server.intake.log.Rows;
import dev.runside.server.intake.mapping.Meaning;
import dev.runside.server.intake.mapping.Speaker;
import dev.runside.server.intake.mapping.Speakers;
import dev.runside.server.intake.tally.SourceTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Has stored what a round brought, and how far it came with it. What the source may not speak of is
 * left out and named: asked again, it would be in the way for ever.
 */
@Component
class Taking {

    private static final String WAY = "poll";

    /** What happened shortly before a poll was set up tells how things stand. */
    static final Duration BEFORE_BEGIN = Duration.ofDays(1);

    /** Lists go back for years; what was told is remembered as long as signals are kept. */
    private static final Duration OLDEST = Duration.ofDays(7);

    private final Reception reception;
    private final Steps steps;
    private final PollTable table;
    private final SourceTally tally;
    private final IntakeMeters meters;

    Taking(
            Reception reception,
            Steps steps,
            PollTable table,
            SourceTally tally,
            IntakeMeters meters) {
        this.reception = reception;
        this.steps = steps;
        this.table = table;
        this.tally = tally;
        this.meters = meters;
    }

    void take(SourceCaller source, Brought brought, Round round, Duration usual) {
        Speaker speaker = Speakers.of(source);
        List<Draft> recent =
                brought.drafts().stream().filter(draft -> isRecent(draft, round)).toList();
        List<Draft> allowed = recent.stream().filter(draft -> mayBeSaid(speaker, draft)).toList();
        int left = steps.take(speaker, brought.steps()) + recent.size() - allowed.size();
        if (left > 0) {
            round.remark(
                    "%d reports are left out: %s may not speak of what they are about"
                            .formatted(left, source.source()));
        }
        var rows = new Rows<>(table, List.of(round.after(usual)));
        meters.accepted(WAY, reception.take(speaker, allowed, rows));
        tally.accepted(source.source(), WAY);
    }

    private boolean mayBeSaid(Speaker speaker, Draft draft) {
        return !(reception.meaning(speaker, draft) instanceof Meaning.Forbidden);
    }

    private static boolean isRecent(Draft draft, Round round) {
        Instant time = draft.time().orElse(round.now());
        return time.isAfter(round.begin().minus(BEFORE_BEGIN))
                && time.isAfter(round.now().minus(OLDEST));
    }
}
