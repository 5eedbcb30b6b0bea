package dev.runside.core.watch;

import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Rule;
import java.time.Duration;
import java.util.stream.Stream;

/** How far back the rules of an indicator look. */
final class Windows {

    private Windows() {}

    static Stream<Duration> of(Indicator indicator) {
        return indicator.rules().stream()
                .flatMap(rule ->
                        switch (rule) {
                            case Rule.Failing failing -> Stream.of(failing.over());
                            case Rule.Burn burn -> Stream.of(burn.longWindow(), burn.shortWindow());
                            case Rule.Stalled stalled -> Stream.of(stalled.over());
                            case Rule.Surge surge -> Stream.of(surge.over());
                            case Rule.Unusual _ -> Stream.empty();
                        });
    }

    static Duration beyondWholeBuckets(Duration window) {
        return window.minusSeconds(window.toSeconds() / Bucket.SECONDS * Bucket.SECONDS);
    }

    /** Whether it compares with the healthy past. */
    static boolean looksBack(Rule rule) {
        return switch (rule) {
            case Rule.Failing _, Rule.Burn _, Rule.Unusual _ -> false;
            case Rule.Stalled _, Rule.Surge _ -> true;
        };
    }

    /** How far back its rules look. */
    static Duration longest(Indicator indicator) {
        return indicator.rules().stream()
                .map(rule ->
                        switch (rule) {
                            case Rule.Failing failing -> failing.over();
                            case Rule.Burn burn -> burn.longWindow();
                            case Rule.Stalled _, Rule.Surge _, Rule.Unusual _ ->
                                    Duration.ofMinutes(10);
                        })
                .max(Duration::compareTo)
                .orElse(Duration.ofMinutes(10));
    }
}
