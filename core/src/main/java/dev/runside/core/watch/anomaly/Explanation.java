package dev.runside.core.watch.anomaly;

import dev.runside.core.watch.anomaly.Sorted.Tail;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Why a value is unusual.
 *
 * @param inARow how many values, this one included, were out on the same side
 */
record Explanation(View view, int inARow) {

    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final int LASTING = 4;
    private static final double NEXT_TO_NOTHING = 0.05;

    Shape shape() {
        if (silent()) {
            return Shape.SILENCE;
        }
        if (inARow >= LASTING) {
            return Shape.LEVEL_SHIFT;
        }
        if (onlyForTheHour()) {
            return Shape.SEASON_BROKEN;
        }
        return rising() ? Shape.SPIKE : Shape.DROP;
    }

    String sentence() {
        String value = number(view.value());
        String usual = number(view.median());
        return switch (shape()) {
            case ORDINARY -> "as usual";
            case SILENCE -> "next to nothing: %s where %s is usual".formatted(value, usual);
            case LEVEL_SHIFT ->
                    "level shift: %s, the value number %d in a row far %s the usual %s"
                            .formatted(value, inARow, side(), usual);
            case SEASON_BROKEN ->
                    "%s, but at this hour of the day %s is usual"
                            .formatted(value, number(view.season().value()));
            case SPIKE, DROP ->
                    "%s to %s, where %s is usual and %s came just before"
                            .formatted(rising() ? "spike" : "drop", value, usual, before());
        };
    }

    private boolean silent() {
        return view.enough()
                && Math.abs(view.value()) <= NEXT_TO_NOTHING * Math.abs(view.median())
                && view.median() != 0;
    }

    private boolean onlyForTheHour() {
        Sorted values = view.values();
        return view.season().known()
                && view.value() <= values.quantile(0.99)
                && view.value() >= values.quantile(0.01)
                && values.above(Tail.TENTH) > 0;
    }

    private boolean rising() {
        return view.value() >= view.median();
    }

    private String side() {
        return rising() ? "above" : "below";
    }

    private String before() {
        return number(view.jump().known() ? view.jump().value() : view.median());
    }

    private static String number(double value) {
        return new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
    }
}
