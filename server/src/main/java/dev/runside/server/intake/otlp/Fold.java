package dev.runside.server.intake.otlp;

import dev.runside.core.watch.Sample;
import dev.runside.server.intake.otlp.Progress.Before;
import dev.runside.server.intake.source.SourceCondition;
import dev.runside.server.watch.Watching.IndicatorSample;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One commit under way: exports in, samples and changed cursors out. */
final class Fold {

    static final int MOST_SERIES = 10_000;
    private static final long FUTURE_MILLIS = 60_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** Marks an instrument of which series are missing here: it tells nothing of new ones. */
    private static final long INCOMPLETE = -1;

    private final Cursors cursors;
    private final Seen seen;
    private final Lateness lateness;
    private final Map<SampleKey, double[]> sums = new LinkedHashMap<>();

    private record SampleKey(String indicator, boolean mean, Instant from, Instant to) {

        Sample sample(double[] sum) {
            double mean = sum[0] / sum[1];
            return this.mean
                    ? new Sample(to, to, mean, mean)
                    : new Sample(from, to, sum[0], sum[1]);
        }
    }

    Fold(Cursors cursors, Seen seen, Lateness lateness) {
        this.cursors = cursors;
        this.seen = seen;
        this.lateness = lateness;
    }

    Folded add(Export export) {
        return new OneExport(export).add();
    }

    /** Points that fall on the same indicator and the same time are one sample. */
    List<IndicatorSample> samples() {
        List<IndicatorSample> samples = new ArrayList<>(sums.size());
        sums.forEach((key, sum) -> {
            if (!key.mean() || sum[1] > 0) {
                samples.add(new IndicatorSample(key.indicator(), key.sample(sum)));
            }
        });
        return samples;
    }

    private final class OneExport {

        private final Export export;
        private final long nowMillis;
        private final String source;
        private final Map<UUID, Cursor> instruments = new HashMap<>();
        private final Set<UUID> incomplete = new HashSet<>();
        private final Rejections rejections = new Rejections();
        private final Map<SourceCondition, String> faults = new EnumMap<>(SourceCondition.class);
        private long counted;
        private long duplicates;

        OneExport(Export export) {
            this.export = export;
            this.nowMillis = export.receivedAt().toEpochMilli();
            this.source = export.source().toString();
        }

        /** Instruments move on only after all points: each is judged by the export before. */
        Folded add() {
            lateness.of(export)
                    .ifPresent(late ->
                            faults.put(
                                    SourceCondition.CLOCK_BEHIND,
                                    SourceCondition.clockBehind(source, late)));
            export.points().forEach(this::add);
            instruments.values().forEach(cursors::put);
            addOccurrences();
            return new Folded(counted, duplicates, rejections, faults);
        }

        private void add(Point point) {
            Optional<Cursor> last = cursors.find(point.series());
            if (last.isEmpty() && cursors.seriesOf(source) >= MOST_SERIES) {
                String why =
                        source + " has " + MOST_SERIES + " series already; send fewer attributes";
                rejections.add(why, 1);
                faults.put(SourceCondition.TOO_MANY_SERIES, why);
                incomplete.add(point.instrument());
                hear(point);
                return;
            }
            var before =
                    new Before(
                            last,
                            cursors.find(point.instrument()),
                            nowMillis * NANOS_PER_MILLI,
                            export.ahead());
            switch (Progress.of(point, before)) {
                case Progress.Counted step -> count(point, step);
                case Progress.Baseline _ -> remember(point, Cursor.NO_TIMES);
                case Progress.Duplicate _ -> duplicates++;
                case Progress.Refused refused -> rejections.add(refused.why(), 1);
            }
        }

        private void count(Point point, Progress.Counted step) {
            long until = believed(point.timeNanos());
            Instant to = placed(until);
            Instant from = placed(Math.min(step.fromNanos(), until));
            sum(point.matches(), from, to, step.increase());
            counted++;
            remember(point, step.recentNanos());
        }

        private void addOccurrences() {
            if (export.occurrences().isEmpty()) {
                return;
            }
            if (seen.isNewBatch(export.batch())) {
                export.occurrences().forEach(this::add);
            } else {
                duplicates += export.occurrences().size();
            }
        }

        /** Those of one second are one sample. */
        private void add(Occurrence occurrence) {
            if (!seen.isNew(occurrence.identity())) {
                duplicates++;
                return;
            }
            Instant second =
                    placed(believed(occurrence.timeNanos())).truncatedTo(ChronoUnit.SECONDS);
            sum(occurrence.matches(), second, second, occurrence.counts());
            counted++;
        }

        private void sum(List<Match> matches, Instant from, Instant to, Counts increase) {
            for (Match match : matches) {
                Sample sample = match.sample(from, to, increase);
                double[] sum =
                        sums.computeIfAbsent(
                                new SampleKey(match.indicator().name(), match.isMean(), from, to),
                                _ -> new double[2]);
                sum[0] += sample.good();
                sum[1] += sample.total();
            }
        }

        private void remember(Point point, long[] recent) {
            String owner = cursors.find(point.series()).map(Cursor::source).orElse(source);
            cursors.put(
                    new Cursor(
                            point.series(),
                            point.instrument(),
                            owner,
                            point.startNanos(),
                            believed(point.timeNanos()),
                            point.counts(),
                            recent,
                            nowMillis));
            hear(point);
        }

        private void hear(Point point) {
            boolean whole = !incomplete.contains(point.instrument());
            instruments.put(
                    point.instrument(),
                    new Cursor(
                            point.instrument(),
                            point.instrument(),
                            source,
                            whole ? point.startNanos() : INCOMPLETE,
                            believed(point.timeNanos()),
                            Counts.ofSum(0),
                            Cursor.NO_TIMES,
                            nowMillis));
        }

        /** A clock that runs more than a minute ahead is read at arrival, and that is told. */
        private long believed(long timeNanos) {
            long arrivalMillis = export.machine().toEpochMilli();
            long ahead = timeNanos / NANOS_PER_MILLI - arrivalMillis;
            if (ahead <= FUTURE_MILLIS) {
                return timeNanos;
            }
            faults.put(
                    SourceCondition.CLOCK_AHEAD,
                    SourceCondition.clockAhead(source, Duration.ofMillis(ahead)));
            return arrivalMillis * NANOS_PER_MILLI;
        }

        /** In the server's time, which is that of the buckets. */
        private Instant placed(long nanos) {
            return Instant.ofEpochSecond(
                            Math.floorDiv(nanos, NANOS_PER_SECOND),
                            Math.floorMod(nanos, NANOS_PER_SECOND))
                    .plus(export.ahead());
        }
    }
}
