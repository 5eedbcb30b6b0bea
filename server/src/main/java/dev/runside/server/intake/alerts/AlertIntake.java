package dev.runside.server.intake.alerts;

import dev.runside.core.signal.Signal;
import dev.runside.server.intake.Receipt;
import dev.runside.server.intake.Reception;
import dev.runside.server.intake.alerts.Judgement.Changed;
import dev.runside.server.intake.alerts.Judgement.Known;
import dev.runside.server.intake.alerts.Judgement.Refused;
import dev.runside.server.intake.log.Entry;
import dev.runside.server.intake.log.Rows;
import dev.runside.server.intake.log.SignalWriter;
import dev.runside.server.intake.log.Told;
import dev.runside.server.intake.mapping.Speaker;
import dev.runside.server.intake.tally.SourceTally;
import dev.runside.server.problem.ItemError;
import dev.runside.server.storage.Every;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The way of every protocol that carries alerts. An alert that its source may not speak of is named
 * in the answer and not stored; the others of its batch are: a sender that is refused does not send
 * them again.
 */
@Component
public class AlertIntake implements AutoCloseable {

    private final AlertBook book;
    private final Judge judge;
    private final AlertStates states;
    private final UnheardAlerts unheard;
    private final SignalWriter writer;
    private final Reception reception;
    private final ServerClock clock;
    private final SourceTally tally;
    private final Every silencesOver;
    private final Every staleTold;

    AlertIntake(
            AlertBook book,
            Judge judge,
            AlertStates states,
            UnheardAlerts unheard,
            SignalWriter writer,
            Reception reception,
            ServerClock clock,
            SourceTally tally) {
        this.reception = reception;
        this.book = book;
        this.judge = judge;
        this.states = states;
        this.unheard = unheard;
        this.writer = writer;
        this.clock = clock;
        this.tally = tally;
        this.silencesOver =
                Every.start("silences-over", Duration.ofSeconds(1), this::raiseUnsilenced);
        this.staleTold = Every.start("alerts-stale", Duration.ofSeconds(1), this::tellStale);
    }

    /**
     * @param refused what was not stored, by its place in the batch
     */
    public record Taken(Receipt receipt, List<ItemError> refused) {}

    /** Returns when what has changed is durable. */
    public Taken take(Speaker speaker, List<AlertUpdate> updates) {
        Instant now = clock.instant();
        List<Told> told = new ArrayList<>();
        List<Told> counted = new ArrayList<>();
        List<Occurrence> rows = new ArrayList<>();
        List<ItemError> refused = new ArrayList<>();
        for (int at = 0; at < updates.size(); at++) {
            AlertUpdate update = updates.get(at);
            Condition condition = book.find(speaker.who(), update.identity());
            if (condition.endsAgainLater(update)) {
                reception.tellClockBehind(speaker.who(), Duration.between(update.until(), now));
            }
            Judgement judgement = judge.judge(speaker, update, condition, now);
            states.of(update, condition, judgement, now).ifPresent(counted::add);
            switch (judgement) {
                case Known _ -> {}
                case Changed(List<Told> toTell, List<Occurrence> changed) -> {
                    told.addAll(toTell);
                    rows.addAll(changed);
                }
                case Refused(var subject) ->
                        refused.add(
                                new ItemError(
                                        at,
                                        "labels",
                                        speaker.who() + " may not report on " + subject));
            }
        }
        counted.addAll(0, told);
        int accepted = store(counted, rows);
        List<Signal> signals = told.stream().map(Told::signal).toList();
        reception.tellClock(speaker.who(), signals, now);
        tally.reports(speaker.who(), updates.size() - refused.size());
        tally.before(speaker.who(), countBefore(signals));
        return new Taken(
                new Receipt(accepted, updates.size() - refused.size() - accepted), refused);
    }

    /** When it began as another way told it, which may have heard of it a little later. */
    public Optional<Instant> begunAround(
            Speaker speaker, LabelSet identity, Instant time, Duration most) {
        return book.find(speaker.who(), identity)
                .around(time, most)
                .map(each -> each.occurrence().startsAt());
    }

    /** Somebody has it in hand elsewhere: kept once an occurrence, and judged by nobody. */
    public void acknowledge(Speaker speaker, LabelSet identity) {
        Instant now = clock.instant();
        book.find(speaker.who(), identity)
                .newestOpen()
                .map(open -> judge.acknowledged(open.occurrence(), now))
                .ifPresent(signal -> writer.write(List.of(signal)));
    }

    @Override
    public void close() {
        silencesOver.close();
        staleTold.close();
    }

    private static long countBefore(List<Signal> signals) {
        return signals.stream().filter(signal -> signal.kind().equals(Judge.BEFORE)).count();
    }

    private int store(List<Told> told, List<Occurrence> rows) {
        return rows.isEmpty() && told.isEmpty()
                ? 0
                : writer.write(new Entry(told, new Rows<>(book, rows)));
    }

    /** Not every source repeats itself: what a silence kept back is raised when it ends. */
    private void raiseUnsilenced() {
        Instant now = clock.instant();
        book.forEachOpen(each -> {
            if (each.occurrence().silencedBy().isPresent()
                    && judge.unsilenced(each.occurrence(), now)
                            instanceof Changed(var told, var rows)) {
                store(told, rows);
            }
        });
    }

    /** What is no longer repeated is not over: its incident stays as it is, and says so. */
    private void tellStale() {
        Instant now = clock.instant();
        book.forEachOpen(each -> {
            if (each.newlyStale(now)) {
                Changed changed = Judge.stale(each, now);
                store(changed.told(), changed.rows());
            }
        });
        unheard.tell(now);
    }
}
