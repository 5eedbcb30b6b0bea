package dev.runside.server.web.picture;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the lower and the upper edge of a picture stand for.
 *
 * @param aim drawn as a line across, where one is aimed at
 */
public record Scale(double bottom, double top, Optional<Double> aim) {

    private static final double LEAST = 1e-9;

    /** From nothing to the highest value: for counts, where a fall should look like one. */
    static Scale fromZero(List<Double> known) {
        return new Scale(
                0, Math.max(known.isEmpty() ? 0 : Collections.max(known), LEAST), Optional.empty());
    }

    /** For percentages of good: full at the top, and room below the aim and the worst. */
    static Scale upToFull(List<Double> known, Optional<Double> aim) {
        double lowest = Math.min(known.isEmpty() ? 100 : Collections.min(known), aim.orElse(100.0));
        double room = Math.max(2, 1.3 * (100 - lowest));
        return new Scale(Math.max(0, 100 - room), 100, aim);
    }

    /** 0 at the bottom, 1 at the top. */
    double share(double value) {
        return (value - bottom) / Math.max(top - bottom, LEAST);
    }
}
