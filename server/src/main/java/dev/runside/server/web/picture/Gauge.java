package dev.runside.server.web.picture;

import dev.runside.core.catalog.Indicator;
import dev.runside.core.watch.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * An indicator as it stands: its value over the last whole minute and its course before that.
 *
 * @param level the value as a number: a share of 100, or so many a minute; NaN where unknown
 * @param points one for each ten seconds that are over, oldest first; NaN where nothing was counted
 */
public record Gauge(
        String value, String unit, boolean known, double level, List<Double> points, Scale scale) {

    /** How far back it looks. */
    public static final Duration SHOWN = Duration.ofMinutes(30);

    private static final int BUCKETS_A_MINUTE = 60 / Bucket.SECONDS;
    private static final int LEAST_BEFORE = 4;

    public Gauge {
        points = List.copyOf(points);
    }

    public static Gauge of(Indicator indicator, List<Bucket> buckets, Instant now) {
        Map<Long, Bucket> byIndex = new HashMap<>();
        buckets.forEach(bucket -> byIndex.put(index(bucket.start()), bucket));
        List<Double> points = new ArrayList<>();
        List<Bucket> minute = new ArrayList<>();
        long end = index(now);
        for (long index = end - SHOWN.toSeconds() / Bucket.SECONDS; index < end; index++) {
            Bucket bucket = byIndex.getOrDefault(index, uncounted(indicator, index));
            points.add(point(indicator, bucket));
            if (bucket.samples() > 0 && index >= end - BUCKETS_A_MINUTE) {
                minute.add(bucket);
            }
        }
        boolean share = indicator.hasShares();
        boolean mean = indicator.measure() instanceof Indicator.Measure.Gauge;
        List<Double> known = points.stream().filter(point -> !point.isNaN()).toList();
        return new Gauge(
                mean ? Trace.number(mean(minute)) : value(level(minute, share), share),
                mean ? "" : share ? "good" : "a minute",
                !minute.isEmpty(),
                mean ? mean(minute) : level(minute, share),
                points,
                share
                        ? Scale.upToFull(known, indicator.objective().map(aim -> 100 * aim))
                        : Scale.fromZero(known));
    }

    /** The course as a picture. */
    public Trace trace(int width, int height) {
        return Trace.of(points, width, height, scale, unit);
    }

    /** Where no ticket came, none was written; where no metric came, nothing is known. */
    private static Bucket uncounted(Indicator indicator, long index) {
        boolean none = indicator.measure() instanceof Indicator.Measure.Tickets;
        Instant start = Instant.ofEpochSecond(index * Bucket.SECONDS);
        return new Bucket(start, 0, 0, none ? 1 : 0);
    }

    private static double point(Indicator indicator, Bucket bucket) {
        if (bucket.samples() == 0) {
            return Double.NaN;
        }
        return switch (indicator.measure()) {
            case Indicator.Measure.Ratio _,
                    Indicator.Measure.Latency _,
                    Indicator.Measure.Alert _,
                    Indicator.Measure.Job _ ->
                    good(bucket);
            case Indicator.Measure.Queried queried ->
                    queried.isAmount() ? perMinute(bucket) : good(bucket);
            case Indicator.Measure.Rate _, Indicator.Measure.Tickets _ -> perMinute(bucket);
            case Indicator.Measure.Gauge _ -> mean(List.of(bucket));
        };
    }

    private static double mean(List<Bucket> buckets) {
        int samples = buckets.stream().mapToInt(Bucket::samples).sum();
        double total = buckets.stream().mapToDouble(Bucket::total).sum();
        return samples == 0 ? Double.NaN : total / samples;
    }

    private static double level(List<Bucket> minute, boolean share) {
        double good = minute.stream().mapToDouble(Bucket::good).sum();
        double total = minute.stream().mapToDouble(Bucket::total).sum();
        if (minute.isEmpty() || (share && total == 0)) {
            return Double.NaN;
        }
        return share ? 100 * good / total : total * BUCKETS_A_MINUTE / minute.size();
    }

    private static String value(double level, boolean share) {
        if (Double.isNaN(level)) {
            return "–";
        }
        return share
                ? String.format(Locale.ROOT, "%.1f %%", level)
                : Trace.number(Math.rint(level));
    }

    /** The median of what it was before its last minute; absent while that is too little to say. */
    public OptionalDouble usual() {
        double[] before =
                points.subList(0, points.size() - BUCKETS_A_MINUTE).stream()
                        .filter(point -> !point.isNaN())
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
        return before.length < LEAST_BEFORE
                ? OptionalDouble.empty()
                : OptionalDouble.of(before[before.length / 2]);
    }

    private static double good(Bucket bucket) {
        return bucket.total() == 0 ? Double.NaN : 100 * bucket.good() / bucket.total();
    }

    private static double perMinute(Bucket bucket) {
        return bucket.total() * BUCKETS_A_MINUTE;
    }

    private static long index(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), (long) Bucket.SECONDS);
    }
}
