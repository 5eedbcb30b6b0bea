package dev.runside.server.intake.log;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.signal.Signal;
import dev.runside.core.watch.feed.Derived;
import dev.runside.core.watch.feed.Feed;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.intake.Effort;
import dev.runside.server.watch.Watching;
import dev.runside.server.watch.Watching.IndicatorSample;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What new tickets and metrics that are reported as signals add to indicators. */
@Component
public class ReportedSamples implements SampleMaker {

    private final Catalogs catalogs;
    private final Watching watching;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();
    private volatile OfCatalog feed;

    private record OfCatalog(Catalog catalog, Feed feed) {}

    ReportedSamples(Catalogs catalogs, Watching watching) {
        this.catalogs = catalogs;
        this.watching = watching;
        this.feed = new OfCatalog(Catalog.EMPTY, new Feed(Catalog.EMPTY, this::matches));
    }

    private boolean matches(String pattern, String value) {
        return Effort.matches(patterns.computeIfAbsent(pattern, Pattern::compile), value);
    }

    private Feed feed() {
        Catalog current = catalogs.current();
        OfCatalog known = feed;
        if (known.catalog() != current) {
            patterns.clear();
            known = new OfCatalog(current, new Feed(current, this::matches));
            feed = known;
        }
        return known.feed();
    }

    /**
     * Makes the baselines that these signals need and nobody defined; false where the source has as
     * many as it may.
     */
    public boolean admit(Ref source, Collection<Signal> signals) {
        if (signals.stream().noneMatch(Feed::feeds)) {
            return true;
        }
        Feed current = feed();
        List<Derived> needed =
                signals.stream()
                        .flatMap(signal -> current.derived(signal).stream())
                        .distinct()
                        .toList();
        return needed.isEmpty() || watching.derive(source, needed);
    }

    @Override
    public boolean looksAt(Signal signal) {
        return Feed.feeds(signal);
    }

    @Override
    public List<IndicatorSample> of(List<Signal> fresh) {
        Feed current = feed();
        return fresh.stream()
                .flatMap(signal -> current.gains(signal).stream())
                .map(gain -> new IndicatorSample(gain.indicator(), gain.sample()))
                .toList();
    }
}
