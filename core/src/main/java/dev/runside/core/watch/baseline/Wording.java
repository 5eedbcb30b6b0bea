package dev.runside.core.watch.baseline;

import dev.runside.core.watch.anomaly.Usual;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/** What is said of a value, with the indicator's title first. */
record Wording(String title, Kind kind) {

    private static final MathContext THREE_DIGITS = new MathContext(3);

    String spike(double value, Usual usual) {
        return "%s: %s, %s; a spike".formatted(title, said(value), usually(usual));
    }

    String level(double value, Usual usual, int minutes) {
        return "%s: %s, %s; another level for %d minutes"
                .formatted(title, said(value), usually(usual), minutes);
    }

    String silence(double value, Usual usual, int minutes) {
        return "%s: %s, %s; silent for %d minutes"
                .formatted(title, said(value), usually(usual), minutes);
    }

    String full(double value, double capacity, int minutes) {
        return "%s: %s of %s, which is all there is, for %d minutes"
                .formatted(title, said(value), number(capacity), minutes);
    }

    String learning(Duration left) {
        long days = Math.max(1, Math.ceilDiv(left.toHours(), 24));
        return "; learning, " + days + (days == 1 ? " day left" : " days left");
    }

    String again(double value) {
        return "%s: %s, as usual for several minutes".formatted(title, said(value));
    }

    String byNow(double value) {
        return "%s: %s has become usual".formatted(title, said(value));
    }

    private String usually(Usual usual) {
        String low = number(usual.low());
        String high = number(usual.high());
        return "usually " + (low.equals(high) ? low : low + " to " + high) + unit();
    }

    private String said(double value) {
        return number(value) + (kind == Kind.SHARE ? " % bad" : "");
    }

    private String unit() {
        return switch (kind) {
            case SHARE -> " %";
            case RATE, COUNT -> " a minute";
            case MEAN -> "";
        };
    }

    private String number(double value) {
        BigDecimal shown =
                kind == Kind.SHARE
                        ? new BigDecimal(100 * value).setScale(1, RoundingMode.HALF_UP)
                        : new BigDecimal(value).round(THREE_DIGITS);
        return shown.stripTrailingZeros().toPlainString();
    }
}
