package dev.runside.core.catalog;

import dev.runside.core.Ref;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One service level indicator: what it measures of which subject, and when that is worth a finding.
 *
 * @param objective the share of good events aimed at, for what tells good from bad
 * @param leadership true for the metric that says whether its product still does what it is for
 */
public record Indicator(
        String name,
        String title,
        Ref subject,
        Layer layer,
        Function function,
        Measure measure,
        Optional<Double> objective,
        List<Rule> rules,
        boolean leadership) {

    public Indicator {
        rules = List.copyOf(rules);
    }

    /** Whether it tells good events from bad ones, so that an objective has a meaning. */
    public boolean hasShares() {
        return switch (measure) {
            case Measure.Ratio _, Measure.Latency _, Measure.Alert _, Measure.Job _ -> true;
            case Measure.Queried queried -> !queried.isAmount();
            case Measure.Rate _, Measure.Gauge _, Measure.Tickets _ -> false;
        };
    }

    /**
     * Where its samples come from. Values of {@code where} and {@code bad} are regular expressions
     * that match whole values.
     */
    public sealed interface Measure {

        /** Good and all events, from a counter or from a histogram's count. */
        record Ratio(String metric, Map<String, String> where, Map<String, String> bad)
                implements Measure {
            public Ratio {
                where = Map.copyOf(where);
                bad = Map.copyOf(bad);
            }
        }

        /** Events at or under a bound, from a histogram's buckets. */
        record Latency(String metric, Map<String, String> where, Duration under)
                implements Measure {
            public Latency {
                where = Map.copyOf(where);
            }
        }

        /** A counter's increase. */
        record Rate(String metric, Map<String, String> where) implements Measure {
            public Rate {
                where = Map.copyOf(where);
            }
        }

        /** A value as it stands: the mean of what was read. */
        record Gauge(String metric, Map<String, String> where) implements Measure {
            public Gauge {
                where = Map.copyOf(where);
            }
        }

        /** Tickets about the subject. */
        record Tickets() implements Measure {}

        /**
         * Asked of a source again and again.
         *
         * @param every between two questions
         * @param fresh a value that is older when it is asked for is no data
         */
        record Queried(Ref source, Question question, Duration every, Duration fresh)
                implements Measure {

            /** Whether it counts events and tells no good ones from bad ones. */
            public boolean isAmount() {
                return question instanceof Question.Amount;
            }
        }

        /**
         * What another tool says of an alert at the subject: bad each time that it fires, good when
         * it is over. Its silence is neither.
         */
        record Alert(String alertname, Map<String, String> where) implements Measure {
            public Alert {
                where = Map.copyOf(where);
            }
        }

        /** Runs of a job of the subject: good that end well and take as long as usual. */
        record Job(String job) implements Measure {}
    }

    /** When what is measured is worth a finding. */
    public sealed interface Rule {

        /** The share of bad events over a window, with at least so many events in it. */
        record Failing(double share, Duration over, int atLeast) implements Rule {}

        /**
         * Multi-window burn rate: {@code rate} times the budget over both windows (SRE Workbook,
         * chapter 5).
         *
         * @param atLeast so many events; where the short window has fewer it widens, up to the long
         *     one
         * @param page whether somebody is woken for it
         */
        record Burn(
                double rate, Duration longWindow, Duration shortWindow, int atLeast, boolean page)
                implements Rule {

            private static final int ENOUGH = 10;

            /** What an objective is watched by where nothing else is said. */
            public static final List<Rule> USUAL =
                    List.of(
                            new Burn(
                                    14.4, Duration.ofHours(1), Duration.ofMinutes(5), ENOUGH, true),
                            new Burn(6, Duration.ofHours(6), Duration.ofMinutes(30), ENOUGH, true),
                            new Burn(1, Duration.ofDays(3), Duration.ofHours(6), ENOUGH, false));
        }

        /** Fallen below a share of the median of its healthy past. */
        record Stalled(double below, Duration over) implements Rule {}

        /** At least so many over a window, and so many times the usual. */
        record Surge(int atLeast, Duration over, double times) implements Rule {}

        /**
         * Unlike its own past, without a bound that somebody set.
         *
         * @param page whether somebody is woken for it, once its past is long enough
         * @param capacity the most that the value can be, which it must not come close to
         */
        record Unusual(boolean page, Optional<Double> capacity) implements Rule {

            /** What an indicator is watched by of which nothing else is said. */
            public static final List<Rule> USUAL = List.of(new Unusual(false, Optional.empty()));
        }
    }
}
