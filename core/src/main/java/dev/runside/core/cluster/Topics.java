package dev.runside.core.cluster;

import java.util.Arrays;

/**
 * Texts as points in few directions: words that go together count as one (latent semantic analysis,
 * Deerwester et al. 1990, by random projections, Halko et al. 2011).
 */
final class Topics {

    private static final int SPARE = 10;
    private static final int ROUNDS = 4;
    private static final double NOTHING = 1e-9;

    private Topics() {}

    /**
     * @return by text a point of length one; of fewer dimensions than asked where there are fewer
     */
    static double[][] of(Sparse weighted, int dimensions) {
        int most = Math.min(weighted.rows(), weighted.columns());
        int width = Math.min(most, dimensions + SPARE);
        double[][] texts = weighted.times(new Chance(1).matrix(weighted.columns(), width));
        for (int round = 0; round < ROUNDS; round++) {
            texts = weighted.times(weighted.transposedTimes(Basis.of(texts)));
        }
        double[][] words = weighted.transposedTimes(Basis.of(texts));
        Eigen axes = Eigen.of(Matrix.transposedTimes(words, words));
        double[] weights =
                Arrays.stream(axes.values(), 0, Math.min(width, dimensions))
                        .map(value -> 1 / Math.max(NOTHING, Math.sqrt(Math.max(0, value))))
                        .toArray();
        double[][] points = weighted.times(Matrix.times(words, axes.vectors()));
        return Matrix.unitRows(points, weights);
    }
}
