package dev.runside.core.cluster;

import java.util.Arrays;

/** Sums and products of rows of numbers. */
final class Matrix {

    private static final double NOTHING = 1e-9;

    private Matrix() {}

    static double dot(double[] left, double[] right) {
        double even = 0;
        double odd = 0;
        int last = left.length - 1;
        for (int i = 0; i < last; i += 2) {
            even += left[i] * right[i];
            odd += left[i + 1] * right[i + 1];
        }
        return left.length % 2 == 0 ? even + odd : even + odd + left[last] * right[last];
    }

    static double length(double[] row) {
        return Math.max(NOTHING, Math.sqrt(dot(row, row)));
    }

    static void add(double[] sum, double[] row, double times) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += times * row[i];
        }
    }

    static void divide(double[] row, double by) {
        for (int i = 0; i < row.length; i++) {
            row[i] /= by;
        }
    }

    static double[][] times(double[][] left, double[][] right) {
        double[][] product = new double[left.length][right[0].length];
        for (int row = 0; row < left.length; row++) {
            for (int j = 0; j < right.length; j++) {
                add(product[row], right[j], left[row][j]);
            }
        }
        return product;
    }

    static double[][] transposedTimes(double[][] left, double[][] right) {
        double[][] product = new double[left[0].length][right[0].length];
        for (int row = 0; row < left.length; row++) {
            for (int j = 0; j < product.length; j++) {
                add(product[j], right[row], left[row][j]);
            }
        }
        return product;
    }

    /** The first columns, each times its weight, every row of length one. */
    static double[][] unitRows(double[][] matrix, double[] weights) {
        double[][] rows = new double[matrix.length][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOf(matrix[row], weights.length);
            for (int column = 0; column < weights.length; column++) {
                rows[row][column] *= weights[column];
            }
            divide(rows[row], length(rows[row]));
        }
        return rows;
    }
}
