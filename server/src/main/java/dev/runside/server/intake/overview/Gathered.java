package dev.runside.server.intake.overview;

import dev.runside.core.Ref;
import dev.runside.server.access.ConnectedSources;
import dev.runside.server.access.ConnectedSources.Connected;
import dev.runside.server.intake.SourceReport;
import dev.runside.server.intake.SourceReports;
import dev.runside.server.intake.alerts.AlertBook;
import dev.runside.server.intake.alerts.Tracked;
import dev.runside.server.intake.mapping.Gap;
import dev.runside.server.intake.mapping.Gaps;
import dev.runside.server.intake.poll.Polls;
import dev.runside.server.intake.source.SourceCondition;
import dev.runside.server.intake.source.SourceTroubles;
import dev.runside.server.intake.tally.Count;
import dev.runside.server.intake.tally.SourceTally;
import dev.runside.server.storage.ServerClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks every room once for all sources. */
@Component
class Gathered implements SourceReports {

    private final ConnectedSources connected;
    private final SourceTally tally;
    private final Gaps gaps;
    private final AlertBook alerts;
    private final SourceTroubles troubles;
    private final Polls polls;
    private final ServerClock clock;

    Gathered(
            ConnectedSources connected,
            SourceTally tally,
            Gaps gaps,
            AlertBook alerts,
            SourceTroubles troubles,
            Polls polls,
            ServerClock clock) {
        this.connected = connected;
        this.tally = tally;
        this.gaps = gaps;
        this.alerts = alerts;
        this.troubles = troubles;
        this.polls = polls;
        this.clock = clock;
    }

    @Override
    public List<SourceReport> all() {
        Map<Ref, List<Count>> counts =
                tally.all().stream().collect(Collectors.groupingBy(Count::source));
        Map<String, List<Gap>> unknown =
                gaps.all().stream().collect(Collectors.groupingBy(Gap::source));
        Map<Ref, Long> stale = stale();
        Map<Ref, SourceReport.Poll> asked = polls.all();
        return connected.all().stream()
                .map(each ->
                        report(
                                each,
                                new Counts(counts.getOrDefault(each.source(), List.of())),
                                unknown.getOrDefault(each.source().toString(), List.of()),
                                Optional.ofNullable(asked.get(each.source())),
                                stale.getOrDefault(each.source(), 0L)))
                .toList();
    }

    private SourceReport report(
            Connected source,
            Counts counts,
            List<Gap> unknown,
            Optional<SourceReport.Poll> poll,
            long stale) {
        long unmapped = unknown.stream().mapToLong(Gap::count).sum();
        return new SourceReport(
                source.source().toString(),
                source.speaksFor(),
                source.open(),
                source.since(),
                counts.lastSeen(),
                tally.perMinute(source.source()),
                counts.of(Count.What.REPORTS),
                counts.of(Count.What.ACCEPTED),
                counts.of(Count.What.REFUSED),
                unmapped,
                share(unmapped, counts.of(Count.What.ABOUT)),
                counts.of(Count.What.BEFORE),
                stale,
                troubles(source.source(), poll),
                poll,
                counts.paths(),
                counts.subjects(),
                unknown.stream().limit(Counts.MOST_LISTED).map(Gathered::name).toList());
    }

    /** A poll that fails is told as a finding the third time, and shown the first. */
    private List<String> troubles(Ref source, Optional<SourceReport.Poll> poll) {
        Stream<String> failing =
                poll.filter(SourceReport.Poll::failing).stream()
                        .map(_ -> SourceCondition.POLL_FAILS.word());
        return Stream.concat(failing, troubles.of(source).stream()).distinct().toList();
    }

    private Map<Ref, Long> stale() {
        Instant now = clock.instant();
        return alerts.all()
                .filter(each -> each.stale(now))
                .map(Tracked::occurrence)
                .collect(Collectors.groupingBy(each -> each.source(), Collectors.counting()));
    }

    private static SourceReport.Name name(Gap gap) {
        return new SourceReport.Name(gap.name(), gap.count(), gap.lastSeen(), gap.proposal());
    }

    /** With two digits after the point of a per cent; nobody reads more. */
    private static double share(long unmapped, long mapped) {
        long all = unmapped + mapped;
        return all == 0 ? 0 : Math.round(10_000.0 * unmapped / all) / 10_000.0;
    }
}
