package dev.runside.core.watch;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.catalog.Layer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A watch, the clock it is told, and what it has said. */
final class PlayedWatch {

    static final Measure RATIO = new Measure.Ratio("m", Map.of(), Map.of());

    final List<Watch.Verdict> verdicts = new ArrayList<>();
    final Watch watch;
    Instant now = Instant.parse("2026-01-05T03:00:00Z");

    private PlayedWatch(Watch watch) {
        this.watch = watch;
    }

    static PlayedWatch of(Measure measure, Rule rule) {
        return of(measure, List.of(rule));
    }

    static PlayedWatch of(Measure measure, List<Rule> rules) {
        return new PlayedWatch(
                new Watch(
                        new Indicator(
                                "i",
                                "Indicator",
                                Ref.parse("hop:mail/relay"),
                                Layer.PRODUCT,
                                Function.PLATFORM,
                                measure,
                                Optional.of(0.99),
                                rules,
                                false)));
    }

    void seconds(int seconds, int good, int total) {
        for (int second = 0; second < seconds; second++) {
            pass(1, good, total);
        }
    }

    /** One event a minute. */
    void minutes(int minutes, int good) {
        for (int minute = 0; minute < minutes; minute++) {
            pass(60, good, 1);
        }
    }

    /** Seconds in which nothing comes. */
    void silence(int seconds) {
        for (int second = 0; second < seconds; second++) {
            now = now.plusSeconds(1);
            judge();
        }
    }

    void judge() {
        verdicts.addAll(watch.judge(now));
    }

    List<String> raised() {
        return verdicts.stream()
                .map(verdict -> ((Watch.Verdict.Raised) verdict).finding().kind())
                .toList();
    }

    Set<String> eased() {
        return watch.eased(now);
    }

    private void pass(int seconds, int good, int total) {
        Instant before = now;
        now = now.plusSeconds(seconds);
        watch.accept(new Sample(before, now, good, total));
        judge();
    }
}
