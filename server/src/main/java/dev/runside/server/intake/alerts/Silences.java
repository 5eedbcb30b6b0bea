package dev.runside.server.intake.alerts;

import dev.runside.core.Ref;
import dev.runside.server.access.Caller;
import dev.runside.server.access.Caller.SourceCaller;
import dev.runside.server.audit.Act;
import dev.runside.server.audit.Audit;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The silences: kept five days beyond their end, set and ended in one transaction with its audit
 * line.
 */
@Component
@DependsOnDatabaseInitialization
public class Silences {

    private static final Duration SHOWN = Duration.ofDays(5);

    /** Each is held against each of its alerts, and kept in memory. */
    static final int MOST_OF_A_SOURCE = 200;

    private final SilenceTable table;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final ServerClock clock;
    private volatile List<Silence> known;

    Silences(
            SilenceTable table,
            Audit audit,
            TransactionOperations transactions,
            ServerClock clock) {
        this.table = table;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.known = table.endingAfter(clock.instant().minus(SHOWN));
    }

    /** A source sees those that touch its alerts; a person all. */
    public List<Silence> seenBy(Caller caller) {
        Instant oldest = clock.instant().minus(SHOWN);
        return known.stream()
                .filter(silence -> silence.endsAt().isAfter(oldest))
                .filter(silence -> touches(caller, silence))
                .toList();
    }

    /** The one that keeps this alert back at this moment. */
    Optional<Silence> covering(Ref source, LabelSet labels, Instant now) {
        return active(now).filter(silence -> silence.covers(source, labels)).findFirst();
    }

    /** All that keep it back. */
    public List<Silence> over(Occurrence occurrence, Instant now) {
        return active(now)
                .filter(silence -> silence.covers(occurrence.source(), occurrence.labels()))
                .toList();
    }

    private Stream<Silence> active(Instant now) {
        return known.stream().filter(silence -> silence.state(now) == Silence.State.ACTIVE);
    }

    /** Sets a silence, or one with the same id anew. */
    public synchronized void set(Caller caller, Silence silence) {
        refuseTooMany(silence);
        store(caller, "silence.set", silence);
    }

    private void refuseTooMany(Silence silence) {
        Instant oldest = clock.instant().minus(SHOWN);
        long others =
                known.stream()
                        .filter(each -> each.source().equals(silence.source()))
                        .filter(each -> each.endsAt().isAfter(oldest))
                        .filter(each -> !each.id().equals(silence.id()))
                        .count();
        if (silence.source().isPresent() && others >= MOST_OF_A_SOURCE) {
            throw Problem.of(
                    ErrorCode.INVALID_INPUT,
                    "a source has at most %d silences, those that ended in the last five days included"
                            .formatted(MOST_OF_A_SOURCE));
        }
    }

    public synchronized void end(Caller caller, Silence silence) {
        Instant now = clock.instant();
        store(caller, "silence.end", silence.endingAt(now, now));
    }

    /** True when the caller may change it: a source only what it silenced itself. */
    public static boolean mayChange(Caller caller, Silence silence) {
        return !(caller instanceof SourceCaller source)
                || silence.source().filter(source.source()::equals).isPresent();
    }

    private static boolean touches(Caller caller, Silence silence) {
        return !(caller instanceof SourceCaller source)
                || silence.source().filter(only -> !only.equals(source.source())).isEmpty();
    }

    private void store(Caller caller, String act, Silence silence) {
        transactions.executeWithoutResult(_ -> {
            table.store(silence);
            audit.record(
                    caller.actor(),
                    Act.done(act, "silence:" + silence.id(), rule(caller)),
                    clock.instant());
        });
        UUID id = silence.id();
        known =
                Stream.concat(
                                known.stream().filter(each -> !each.id().equals(id)),
                                Stream.of(silence))
                        .filter(each -> each.endsAt().isAfter(clock.instant().minus(SHOWN)))
                        .toList();
    }

    private static String rule(Caller caller) {
        return caller instanceof SourceCaller ? "its own alerts" : "person";
    }
}
