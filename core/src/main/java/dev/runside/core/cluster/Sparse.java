package dev.runside.core.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A matrix of few values a row.
 *
 * @param at by row the columns that have a value, rising
 * @param values by row their values
 */
record Sparse(int[][] at, double[][] values, int columns) {

    static Sparse of(List<? extends Map<Integer, Double>> rows, int columns) {
        int[][] at = new int[rows.size()][];
        double[][] values = new double[rows.size()][];
        for (int row = 0; row < at.length; row++) {
            Map<Integer, Double> sorted = new TreeMap<>(rows.get(row));
            at[row] = sorted.keySet().stream().mapToInt(Integer::intValue).toArray();
            values[row] = sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
        return new Sparse(at, values, columns);
    }

    int rows() {
        return at.length;
    }

    Sparse pick(int[] rows) {
        return new Sparse(
                Arrays.stream(rows).mapToObj(row -> at[row]).toArray(int[][]::new),
                Arrays.stream(rows).mapToObj(row -> values[row]).toArray(double[][]::new),
                columns);
    }

    /**
     * @param scale what a row's new values are divided by
     */
    Sparse eachRow(ToDoubleFunction<double[]> scale, CellValue cell) {
        double[][] changed = new double[at.length][];
        for (int row = 0; row < at.length; row++) {
            changed[row] = new double[at[row].length];
            for (int j = 0; j < at[row].length; j++) {
                changed[row][j] = cell.of(row, at[row][j], values[row][j]);
            }
            Matrix.divide(changed[row], scale.applyAsDouble(changed[row]));
        }
        return new Sparse(at, changed, columns);
    }

    double[][] times(double[][] right) {
        double[][] product = new double[at.length][right[0].length];
        for (int row = 0; row < at.length; row++) {
            for (int j = 0; j < at[row].length; j++) {
                Matrix.add(product[row], right[at[row][j]], values[row][j]);
            }
        }
        return product;
    }

    double[][] transposedTimes(double[][] right) {
        double[][] product = new double[columns][right[0].length];
        for (int row = 0; row < at.length; row++) {
            for (int j = 0; j < at[row].length; j++) {
                Matrix.add(product[at[row][j]], right[row], values[row][j]);
            }
        }
        return product;
    }

    /** A new value for a cell that has one. */
    interface CellValue {
        double of(int row, int column, double value);
    }
}
