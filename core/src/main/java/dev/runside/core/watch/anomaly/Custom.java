package dev.runside.core.watch.anomaly;

/**
 * A deviation measured against the larger ones of this indicator: where the unusual is usual, less
 * of it is news. Follows one high quantile of what it is shown.
 */
final class Custom {

    private static final double PACE = 0.05;
    private static final double LEAST = 0.5;

    private final double share;
    private final double weight;
    private double quantile = 1;

    /**
     * @param share below which deviations lie usually
     * @param weight how much is deducted
     */
    Custom(double share, double weight) {
        this.share = share;
        this.weight = weight;
    }

    double tempered(double deviation) {
        return deviation / (1 + weight * Math.max(0, quantile - 1));
    }

    void learn(double deviation) {
        double step = deviation > quantile ? share : share - 1;
        quantile = Math.max(LEAST, quantile * Math.exp(step * PACE));
    }
}
