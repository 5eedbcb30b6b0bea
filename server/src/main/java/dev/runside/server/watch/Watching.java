package dev.runside.server.watch;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.watch.Sample;
import dev.runside.core.watch.feed.Derived;
import java.util.Collection;
import java.util.List;

/** Takes samples of indicators. */
public interface Watching {

    /**
     * @param indicator the indicator's name
     */
    record IndicatorSample(String indicator, Sample sample) {}

    /** Whether samples of it count yet. */
    default boolean watches(Indicator indicator) {
        return true;
    }

    /**
     * Watches these of a source, too, which nobody defined. Their samples count when it returns.
     *
     * @return false where the source has as many as it may, so that some are not watched
     */
    default boolean derive(Ref source, Collection<Derived> derived) {
        return true;
    }

    /**
     * Folds samples into their buckets. Durable when it returns; on an exception nothing is folded.
     *
     * @param sameTransaction what the caller writes in the transaction that stores the buckets
     */
    void fold(List<IndicatorSample> samples, Runnable sameTransaction);
}
