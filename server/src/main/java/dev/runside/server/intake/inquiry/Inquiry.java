package dev.runside.server.intake.inquiry;

import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.DataSource;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure.Queried;
import dev.runside.core.catalog.Question;
import dev.runside.core.watch.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What is asked for one indicator, and where. */
record Inquiry(Indicator indicator, Queried measure, DataSource source) {

    /** A scrape that has begun is waited for. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    /** So long before, a counter's last value is looked for. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    private static final Duration LONGEST_PAST = Duration.ofHours(72);

    static Stream<Inquiry> of(Catalog catalog) {
        return catalog.indicators().values().stream()
                .flatMap(indicator -> of(catalog, indicator).stream());
    }

    private static Optional<Inquiry> of(Catalog catalog, Indicator indicator) {
        return indicator.measure() instanceof Queried queried
                ? Optional.ofNullable(catalog.sources().get(queried.source()))
                        .map(source -> new Inquiry(indicator, queried, source))
                : Optional.empty();
    }

    String name() {
        return indicator.name();
    }

    /** The newest time that can be asked for. */
    Instant newest(Instant now) {
        return Span.floor(now.minus(SETTLING), measure.every());
    }

    /** As far back as its rules look. */
    Instant first(Instant now) {
        Duration past = Watch.longestWindow(indicator);
        return Span.floor(
                now.minus(past.compareTo(LONGEST_PAST) < 0 ? past : LONGEST_PAST), measure.every());
    }

    /** From where it got to; of what was too long ago nothing, nor of a time that is to come. */
    Instant from(Optional<Instant> gotTo, Instant now) {
        return gotTo.filter(time -> time.isAfter(first(now)))
                .map(time -> time.isAfter(now) ? newest(now) : time)
                .orElse(first(now));
    }

    /** What to ask for the times after the one it got to. */
    Span span(Instant gotTo, Instant now) {
        Instant start = gotTo.plus(measure.every());
        Instant most = gotTo.plus(measure.every().multipliedBy(Span.MOST_POINTS));
        Instant newest = newest(now);
        return new Span(
                needsBefore() ? start.minus(before()) : start,
                newest.isBefore(most) ? newest : most,
                measure.every(),
                measure.fresh());
    }

    private boolean needsBefore() {
        return measure.question() instanceof Question.Share share && share.counter();
    }

    private Duration before() {
        long step = measure.every().toMillis();
        long wanted = Math.max(BEFORE.toMillis(), measure.fresh().toMillis());
        return Duration.ofMillis((wanted / step + 2) * step);
    }

    /** So long without a point, the query finds nothing. */
    Duration tooLongEmpty() {
        Duration three = measure.every().plus(measure.fresh()).multipliedBy(3);
        return three.compareTo(BEFORE) < 0 ? BEFORE : three;
    }
}
