package dev.runside.core.cluster;

import java.util.Arrays;

/**
 * Texts as points that are near each other where many ways among neighbours lead from one to the
 * other (spectral clustering, Ng et al. 2001).
 */
final class Spectrum {

    private static final int SPARE = 10;
    private static final int ROUNDS = 10;
    private static final int STEPS = 4;

    /** So that a text without neighbours divides by something. */
    private static final double ALONE = 1e-3;

    private Spectrum() {}

    static double[][] of(Sparse neighbours, int dimensions) {
        Sparse ways = normal(neighbours);
        int width = Math.min(ways.rows(), dimensions + SPARE);
        double[][] points = new Chance(2).matrix(ways.rows(), width);
        for (int round = 0; round < ROUNDS; round++) {
            points = Basis.of(points);
            for (int step = 0; step < STEPS; step++) {
                points = walked(ways, points);
            }
        }
        points = Basis.of(points);
        Eigen axes = Eigen.of(Matrix.transposedTimes(points, ways.times(points)));
        double[] weights =
                Arrays.stream(axes.values(), 0, Math.min(width, dimensions))
                        .map(value -> Math.max(0, value))
                        .toArray();
        return Matrix.unitRows(Matrix.times(points, axes.vectors()), weights);
    }

    /** Half stays, so that what swings to and fro dies away. */
    private static double[][] walked(Sparse ways, double[][] points) {
        double[][] walked = ways.times(points);
        for (int row = 0; row < points.length; row++) {
            Matrix.add(walked[row], points[row], 1);
            Matrix.divide(walked[row], 2);
        }
        return walked;
    }

    private static Sparse normal(Sparse neighbours) {
        double[] degrees =
                Arrays.stream(neighbours.values())
                        .mapToDouble(row -> Math.sqrt(ALONE + Arrays.stream(row).sum()))
                        .toArray();
        return neighbours.eachRow(
                _ -> 1, (row, column, value) -> value / (degrees[row] * degrees[column]));
    }
}
