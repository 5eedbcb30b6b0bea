package dev.runside.core.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Of each text those nearest to it, the nearest first. */
final class Neighbours {

    private final double[][] near;
    private final int[][] who;

    private Neighbours(int texts, int count) {
        near = new double[texts][count];
        who = new int[texts][count];
    }

    /**
     * @return how alike neighbours are, both ways, though only one counts the other among its own
     */
    static Sparse of(double[][] points, int count) {
        Neighbours found = new Neighbours(points.length, Math.min(count, points.length - 1));
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < i; j++) {
                double alike = Matrix.dot(points[i], points[j]);
                found.offer(i, j, alike);
                found.offer(j, i, alike);
            }
        }
        return found.graph();
    }

    private void offer(int text, int other, double alike) {
        double[] kept = near[text];
        int place = kept.length - 1;
        if (place < 0 || alike <= kept[place]) {
            return;
        }
        while (place > 0 && kept[place - 1] < alike) {
            kept[place] = kept[place - 1];
            who[text][place] = who[text][place - 1];
            place--;
        }
        kept[place] = alike;
        who[text][place] = other;
    }

    private Sparse graph() {
        List<Map<Integer, Double>> rows = new ArrayList<>();
        Arrays.stream(near).forEach(_ -> rows.add(new TreeMap<>()));
        for (int text = 0; text < near.length; text++) {
            for (int place = 0; place < near[text].length && near[text][place] > 0; place++) {
                rows.get(text).put(who[text][place], near[text][place]);
                rows.get(who[text][place]).put(text, near[text][place]);
            }
        }
        return Sparse.of(rows, near.length);
    }
}
