package dev.runside.core.replay;

import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.estate.Input;
import dev.runside.core.signal.Signal;
import dev.runside.core.watch.Watch;
import dev.runside.core.watch.feed.Derived;
import dev.runside.core.watch.feed.Feed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The watches that recorded tickets and metrics feed; one is made when it is first fed. */
final class Watches {

    private final Catalog catalog;
    private final Feed feed;
    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private int derived;

    Watches(Catalog catalog) {
        this.catalog = catalog;
        this.feed = new Feed(catalog, Pattern::matches);
    }

    void hear(Signal signal) {
        if (!Feed.feeds(signal)) {
            return;
        }
        feed.derived(signal).ifPresent(this::derive);
        for (Feed.Gain gain : feed.gains(signal)) {
            watch(gain.indicator()).ifPresent(watch -> watch.accept(gain.sample()));
        }
    }

    private void derive(Derived fresh) {
        if (!watches.containsKey(fresh.name()) && derived < Derived.MOST) {
            derived++;
            watches.put(fresh.name(), new Watch(fresh.indicator(catalog)));
        }
    }

    private Optional<Watch> watch(String name) {
        Watch known = watches.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Indicator indicator = catalog.indicators().get(name);
        if (indicator == null) {
            return Optional.empty();
        }
        Watch made = new Watch(indicator);
        watches.put(name, made);
        return Optional.of(made);
    }

    /** What they newly say. */
    List<Input> judge(Instant now) {
        return watches.values().stream()
                .flatMap(watch -> watch.judge(now).stream())
                .map(Watches::input)
                .toList();
    }

    private static Input input(Watch.Verdict verdict) {
        return switch (verdict) {
            case Watch.Verdict.Raised raised -> new Input.Raised(raised.finding());
            case Watch.Verdict.Cleared cleared ->
                    new Input.Cleared(cleared.findingKey(), cleared.at(), cleared.sentence());
        };
    }
}
