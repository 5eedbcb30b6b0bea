package dev.runside.core.cluster;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The axes of a symmetric matrix, by Jacobi's rotations.
 *
 * @param values the greatest first
 * @param vectors as columns, in the same order
 */
record Eigen(double[] values, double[][] vectors) {

    private static final int SWEEPS = 12;
    private static final double NOTHING = 1e-12;

    static Eigen of(double[][] symmetric) {
        int size = symmetric.length;
        double[][] rest =
                IntStream.range(0, size)
                        .mapToObj(i -> symmetric[i].clone())
                        .toArray(double[][]::new);
        double[][] axes = new double[size][size];
        for (int i = 0; i < size; i++) {
            axes[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    turn(rest, axes, p, q);
                }
            }
        }
        return sorted(rest, axes);
    }

    /** One rotation that leaves nothing at p, q; axes are kept as rows. */
    private static void turn(double[][] rest, double[][] axes, int p, int q) {
        if (Math.abs(rest[p][q]) < NOTHING) {
            return;
        }
        double half = (rest[q][q] - rest[p][p]) / (2 * rest[p][q]);
        double tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(half * half + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        turnRows(rest[p], rest[q], cosine, sine);
        for (double[] row : rest) {
            double left = row[p];
            row[p] = cosine * left - sine * row[q];
            row[q] = sine * left + cosine * row[q];
        }
        turnRows(axes[p], axes[q], cosine, sine);
    }

    private static void turnRows(double[] first, double[] second, double cosine, double sine) {
        for (int i = 0; i < first.length; i++) {
            double left = first[i];
            first[i] = cosine * left - sine * second[i];
            second[i] = sine * left + cosine * second[i];
        }
    }

    private static Eigen sorted(double[][] diagonal, double[][] axes) {
        int size = axes.length;
        int[] order =
                IntStream.range(0, size)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -diagonal[i][i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] values = new double[size];
        double[][] vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            values[i] = diagonal[order[i]][order[i]];
            for (int row = 0; row < size; row++) {
                vectors[row][i] = axes[order[i]][row];
            }
        }
        return new Eigen(values, vectors);
    }
}
