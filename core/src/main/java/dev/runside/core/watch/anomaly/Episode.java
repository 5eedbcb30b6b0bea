package dev.runside.core.watch.anomaly;

/** What was already said is no news, unless it gets worse; it is forgotten by and by. */
final class Episode {

    private static final double SAID = 0.7;
    private static final double FORGOTTEN = Math.pow(0.5, 1 / 30.0);

    private double largest;

    /** What of a deviation is news. */
    double news(double deviation) {
        double news = deviation - SAID * largest;
        largest = Math.max(largest * FORGOTTEN, deviation);
        return news;
    }
}
