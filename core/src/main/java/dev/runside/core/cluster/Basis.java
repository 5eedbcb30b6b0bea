package dev.runside.core.cluster;

/**
 * Columns at right angles that span what given columns span (Cholesky of their products, twice).
 */
final class Basis {

    /** The share of all lengths below which a column adds nothing. */
    private static final double NOTHING = 1e-13;

    private Basis() {}

    static double[][] of(double[][] columns) {
        return once(once(columns));
    }

    private static double[][] once(double[][] columns) {
        double[][] lower = cholesky(Matrix.transposedTimes(columns, columns));
        double[][] basis = new double[columns.length][];
        for (int row = 0; row < basis.length; row++) {
            basis[row] = solve(lower, columns[row]);
        }
        return basis;
    }

    private static double[] solve(double[][] lower, double[] right) {
        double[] solved = right.clone();
        for (int j = 0; j < solved.length; j++) {
            solved[j] = rest(solved[j], solved, lower[j], j) / lower[j][j];
        }
        return solved;
    }

    private static double[][] cholesky(double[][] products) {
        int size = products.length;
        double least = Double.MIN_NORMAL;
        for (int i = 0; i < size; i++) {
            least += NOTHING * products[i][i];
        }
        double[][] lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                lower[i][j] = rest(products[i][j], lower[i], lower[j], j) / lower[j][j];
            }
            double diagonal = rest(products[i][i] + least, lower[i], lower[i], i);
            lower[i][i] = Math.sqrt(Math.max(diagonal, least));
        }
        return lower;
    }

    private static double rest(double value, double[] left, double[] right, int count) {
        double rest = value;
        for (int i = 0; i < count; i++) {
            rest -= left[i] * right[i];
        }
        return rest;
    }
}
