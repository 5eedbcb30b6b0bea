package dev.runside.server.watch;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.estate.Input;
import dev.runside.core.state.Effect;
import dev.runside.core.triage.Finding;
import dev.runside.core.watch.Bucket;
import dev.runside.core.watch.Watch;
import dev.runside.core.watch.feed.Derived;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.catalog.Catalogs.CatalogChanged;
import dev.runside.server.engine.EffectHandler;
import dev.runside.server.engine.Engine;
import dev.runside.server.storage.ServerClock;
import dev.runside.server.watch.BucketStore.BucketKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every indicator's watch. One lock: folding is short, and storing under it keeps rows and memory
 * the same.
 */
@Component
class WatchRoom implements Watching, EffectHandler, SmartLifecycle {

    private static final long JUDGE_MILLIS = 500;
    private static final long ROUNDS_TO_EASED = 20;

    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private final Map<String, Measurement> measurements = new HashMap<>();
    private final BucketStore store;
    private final Memory memory;
    private final DerivedWatches derived;
    private final ObjectProvider<Engine> engine;
    private final Catalogs catalogs;
    private final ServerClock clock;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    WatchRoom(
            BucketStore store,
            Memory memory,
            DerivedWatches derived,
            ObjectProvider<Engine> engine,
            Catalogs catalogs,
            ServerClock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.memory = memory;
        this.derived = derived;
        this.engine = engine;
        this.catalogs = catalogs;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean watches(Indicator indicator) {
        synchronized (watches) {
            Watch watch = watches.get(indicator.name());
            return watch != null && watch.indicator().equals(indicator);
        }
    }

    @Override
    public void fold(List<IndicatorSample> samples, Runnable sameTransaction) {
        synchronized (watches) {
            transaction.executeWithoutResult(_ -> {
                sameTransaction.run();
                store.add(gained(samples));
            });
            samples.forEach(this::count);
            judge(touched(samples));
        }
    }

    private Collection<Watch> touched(List<IndicatorSample> samples) {
        Set<Watch> touched = new LinkedHashSet<>();
        for (IndicatorSample each : samples) {
            Watch watch = watches.get(each.indicator());
            if (watch != null) {
                touched.add(watch);
            }
        }
        return touched;
    }

    /** What these samples add to the buckets they fall into. */
    private Map<BucketKey, Bucket> gained(List<IndicatorSample> samples) {
        Map<BucketKey, Bucket> gains = new LinkedHashMap<>();
        for (IndicatorSample each : samples) {
            if (watches.containsKey(each.indicator())) {
                Bucket none = Bucket.empty(each.sample().to());
                gains.merge(
                        new BucketKey(each.indicator(), none.start()),
                        none.plus(each.sample()),
                        (gain, _) -> gain.plus(each.sample()));
            }
        }
        return gains;
    }

    private void count(IndicatorSample each) {
        Watch watch = watches.get(each.indicator());
        if (watch != null) {
            watch.accept(each.sample());
        }
        measurements.forEach((run, measurement) -> {
            if (measurement.add(each.indicator(), each.sample())) {
                engine.getObject()
                        .submit(new Input.Measured(run, measurement.good(), measurement.total()));
            }
        });
    }

    private void judgeAll() {
        synchronized (watches) {
            judge(watches.values());
        }
    }

    /** For what a shared system took down: it says which of it goes well again. */
    private void sayEased() {
        Instant now = clock.instant();
        Set<String> eased = new HashSet<>();
        synchronized (watches) {
            watches.values().forEach(watch -> eased.addAll(watch.eased(now)));
        }
        if (!eased.isEmpty()) {
            engine.getObject().submit(new Input.Eased(eased));
        }
    }

    private void judge(Collection<Watch> some) {
        Instant now = clock.instant();
        for (Watch watch : some) {
            watch.judge(now).forEach(verdict -> say(watch, verdict));
        }
    }

    /** What the engine could not take now is said again at the next judgement. */
    private void say(Watch watch, Watch.Verdict verdict) {
        Input input =
                switch (verdict) {
                    case Watch.Verdict.Raised raised -> new Input.Raised(raised.finding());
                    case Watch.Verdict.Cleared cleared ->
                            new Input.Cleared(
                                    cleared.findingKey(), cleared.at(), cleared.sentence());
                };
        engine.getObject()
                .submit(input)
                .whenComplete((_, failed) -> {
                    if (failed != null && !(failed instanceof Engine.SetAside)) {
                        synchronized (watches) {
                            watch.unsay(verdict);
                        }
                    }
                });
    }

    @Override
    public void perform(Effect effect) {
        synchronized (watches) {
            switch (effect) {
                case Effect.Measure measure ->
                        measurements.put(
                                measure.run(),
                                new Measurement(measure.indicator(), measure.from()));
                case Effect.StopMeasuring stop -> measurements.remove(stop.run());
                case Effect.Notify _, Effect.ReadTickets _ -> {}
            }
        }
    }

    @EventListener
    void catalogChanged(CatalogChanged changed) {
        reload(changed.catalog());
    }

    private Collection<Indicator> all(Catalog catalog) {
        return catalog.measuring(derived.indicators(catalog)).indicators().values();
    }

    @Override
    public boolean derive(Ref source, Collection<Derived> wanted) {
        synchronized (watches) {
            if (!derived.add(source, wanted).isEmpty()) {
                reload(catalogs.current());
            }
            return derived.has(wanted);
        }
    }

    /**
     * Makes a watch for each indicator, from its stored buckets; an unchanged one keeps what it
     * knows.
     */
    private void reload(Catalog catalog) {
        synchronized (watches) {
            Map<String, Watch> fresh = new LinkedHashMap<>();
            Map<String, Watch> made = new HashMap<>();
            for (Indicator indicator : all(catalog)) {
                Watch known = watches.get(indicator.name());
                if (known == null || !known.indicator().equals(indicator)) {
                    known = new Watch(indicator);
                    made.put(indicator.name(), known);
                }
                fresh.put(indicator.name(), known);
            }
            restore(made);
            watches.clear();
            watches.putAll(fresh);
        }
    }

    /** Nothing is read for watches that were there already: a catalog is applied often. */
    private void restore(Map<String, Watch> made) {
        if (!made.isEmpty()) {
            transaction.executeWithoutResult(_ -> memory.restore(made, clock.instant()));
        }
    }

    /** What was open before a restart is taken up, so that its end is seen. */
    private void takeUpFirings() {
        engine.getObject()
                .ask(draft ->
                        draft.all(Finding.class)
                                .filter(Finding::open)
                                .filter(f -> f.indicator().isPresent())
                                .toList())
                .thenAccept(findings -> {
                    synchronized (watches) {
                        findings.forEach(finding -> {
                            Watch watch = watches.get(finding.indicator().orElseThrow());
                            if (watch != null) {
                                watch.restoreFiring(finding.key());
                            }
                        });
                    }
                });
    }

    @Override
    public void start() {
        reload(catalogs.current());
        takeUpFirings();
        running = true;
        Thread.ofVirtual()
                .name("watch")
                .start(() -> {
                    for (long round = 0; running; round++) {
                        judgeAll();
                        if (round % ROUNDS_TO_EASED == 0) {
                            sayEased();
                        }
                        try {
                            Thread.sleep(JUDGE_MILLIS);
                        } catch (InterruptedException stopped) {
                            return;
                        }
                    }
                });
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
