package dev.runside.server.intake.otlp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Points that were not taken, and why. */
final class Rejections {

    private static final int MOST_REASONS = 10;

    private final Map<String, Long> reasons = new LinkedHashMap<>();
    private long points;

    /**
     * @param times how many points; 0 for what their sender should know though they were taken
     */
    void add(String why, long times) {
        points += times;
        if (reasons.size() < MOST_REASONS || reasons.containsKey(why)) {
            reasons.merge(why, times, Long::sum);
        }
    }

    void addAll(Rejections others) {
        others.reasons.forEach(this::add);
    }

    long points() {
        return points;
    }

    /** Empty text when there are none. */
    String message() {
        return reasons.entrySet().stream()
                .map(reason ->
                        reason.getValue() == 0
                                ? reason.getKey()
                                : reason.getValue() + " × " + reason.getKey())
                .collect(Collectors.joining("; "));
    }
}
