package dev.runside.core.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The words that at least two texts share, counted by text. */
final class Terms {

    private static final int SHARED = 2;

    private Terms() {}

    static Sparse count(List<List<String>> texts) {
        Map<String, Integer> columns = columns(texts);
        List<Map<Integer, Double>> rows = new ArrayList<>();
        for (List<String> words : texts) {
            Map<Integer, Double> row = new TreeMap<>();
            words.stream()
                    .filter(columns::containsKey)
                    .forEach(word -> row.merge(columns.getOrDefault(word, 0), 1.0, Double::sum));
            rows.add(row);
        }
        return Sparse.of(rows, columns.size());
    }

    private static Map<String, Integer> columns(List<List<String>> texts) {
        Map<String, Integer> spread = new TreeMap<>();
        texts.forEach(
                words -> new HashSet<>(words).forEach(word -> spread.merge(word, 1, Integer::sum)));
        Map<String, Integer> columns = new TreeMap<>();
        spread.forEach((word, count) -> {
            if (count >= SHARED) {
                columns.put(word, columns.size());
            }
        });
        return columns;
    }

    /** A word counts the more the fewer texts have it; every text has length one (tf-idf). */
    static Sparse weigh(Sparse counts) {
        double[] spread = new double[counts.columns()];
        for (int[] row : counts.at()) {
            for (int column : row) {
                spread[column]++;
            }
        }
        double texts = counts.rows() + 1.0;
        return counts.eachRow(
                Matrix::length,
                (_, column, count) ->
                        (1 + Math.log(count)) * Math.log(texts / (1 + spread[column])));
    }
}
