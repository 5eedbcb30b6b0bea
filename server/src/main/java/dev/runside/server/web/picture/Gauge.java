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

/**
 * An indicator as it stands: its value over the last whole minute and its course before that.
 *
 * @param points one for each ten seconds that are over, oldest first; NaN where nothing was counted
 */
public record Gauge(String value, String unit, boolean known, List<Double> points) {

    /** How far back it looks. */
    public static final Duration SHOWN = Duration.ofMinutes(30);

    private static final int BUCKETS_A_MINUTE = 60 / Bucket.SECONDS;

    public Gauge {
        points = List.copyOf(points);
    }

    public static Gauge of(Indicator indicator, List<Bucket> buckets, Instant now) {
        boolean share = share(indicator);
        Map<Long, Bucket> byIndex = new HashMap<>();
        buckets.forEach(bucket -> byIndex.put(index(bucket.start()), bucket));
        List<Double> points = new ArrayList<>();
        List<Bucket> minute = new ArrayList<>();
        long end = index(now);
        for (long index = end - SHOWN.toSeconds() / Bucket.SECONDS; index < end; index++) {
            Bucket bucket = byIndex.get(index);
            points.add(bucket == null ? Double.NaN : share ? good(bucket) : perMinute(bucket));
            if (bucket != null && index >= end - BUCKETS_A_MINUTE) {
                minute.add(bucket);
            }
        }
        return new Gauge(
                value(minute, share), share ? "good" : "a minute", !minute.isEmpty(), points);
    }

    private static boolean share(Indicator indicator) {
        return switch (indicator.measure()) {
            case Indicator.Measure.Ratio _, Indicator.Measure.Latency _ -> true;
            case Indicator.Measure.Rate _, Indicator.Measure.Tickets _ -> false;
        };
    }

    private static String value(List<Bucket> minute, boolean share) {
        double good = minute.stream().mapToDouble(Bucket::good).sum();
        double total = minute.stream().mapToDouble(Bucket::total).sum();
        if (minute.isEmpty() || (share && total == 0)) {
            return "–";
        }
        return share
                ? String.format(Locale.ROOT, "%.1f %%", 100 * good / total)
                : Trace.number(Math.rint(total * BUCKETS_A_MINUTE / minute.size()));
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
