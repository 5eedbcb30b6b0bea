package dev.runside.server.intake.poll;

import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.access.SourceRights;
import dev.runside.server.access.SourceSecrets;
import dev.runside.server.intake.body.Items;
import dev.runside.server.intake.source.SourceCondition;
import dev.runside.server.intake.source.SourceFaults;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Does one poll; one that fails is tried again, later each time. */
@Component
class Poller {

    /** The purpose of a tool's token among its source's secrets. */
    static final String TOKEN = "poll";

    private static final int MOST_DOUBLINGS = 5;

    /** One that fails once or twice is no finding. */
    private static final int TOLD_AFTER = 3;

    private final PollTable table;
    private final SourceRights sources;
    private final SourceSecrets secrets;
    private final Ways ways;
    private final Taking taking;
    private final Asking asking;
    private final Items items;
    private final SourceFaults faults;
    private final ServerClock clock;
    private final Duration pause;

    Poller(
            PollTable table,
            SourceRights sources,
            SourceSecrets secrets,
            Ways ways,
            Taking taking,
            Asking asking,
            Items items,
            SourceFaults faults,
            ServerClock clock,
            @Value("${runside.intake.poll:60s}") Duration pause) {
        this.table = table;
        this.sources = sources;
        this.secrets = secrets;
        this.ways = ways;
        this.taking = taking;
        this.asking = asking;
        this.items = items;
        this.faults = faults;
        this.clock = clock;
        this.pause = pause;
    }

    void poll(Progress before) {
        Optional<SourceCaller> source = sources.current(before.polled().source());
        Optional<String> token = secrets.find(before.polled().source(), TOKEN);
        if (source.isEmpty() || token.isEmpty()) {
            failed(before, "its source or the tool's token is gone", Duration.ZERO);
            return;
        }
        try {
            var round = new Round(asking, items, before, token.get(), clock.instant());
            Brought brought = ways.ask(source.get(), before.polled().tool(), round);
            taking.take(source.get(), brought, round, pause);
            faults.well(before.polled().source(), SourceCondition.POLL_FAILS);
        } catch (PollException e) {
            failed(before, String.valueOf(e.getMessage()), e.pause());
        } catch (Problem e) {
            failed(before, e.detail(), Duration.ZERO);
        } catch (RuntimeException e) {
            failed(before, "an error of Runside's own: " + e, Duration.ZERO);
        }
    }

    private void failed(Progress before, String why, Duration asked) {
        Duration own = pause.multipliedBy(1L << Math.min(before.failures() + 1, MOST_DOUBLINGS));
        Duration until = Pauses.longer(own, asked);
        Progress failed = before.failed(clock.instant().plus(until), why);
        table.fail(failed);
        if (failed.failures() >= TOLD_AFTER) {
            faults.met(
                    failed.polled().source(), SourceCondition.POLL_FAILS, sentence(failed), until);
        }
    }

    private static String sentence(Progress failed) {
        return "%s asks %s in vain: %s"
                .formatted(failed.polled().source(), failed.polled().base(), failed.trouble());
    }
}
