package dev.runside.core.cluster;

import java.util.Arrays;

/** Points of length one around so many centres (k-means++, Arthur and Vassilvitskii 2007). */
final class Centres {

    private static final int ROUNDS = 30;

    private final double[][] points;
    private final double[][] centres;
    private final int[] nearest;
    private double fit;

    private Centres(double[][] points, int count, Chance chance) {
        this.points = points;
        this.centres = chosen(points, count, chance);
        this.nearest = new int[points.length];
    }

    /** The best of several beginnings: by point the number of its centre. */
    static int[] around(double[][] points, int count, int beginnings) {
        Chance chance = new Chance(3);
        Centres best = new Centres(points, count, chance).settled();
        for (int i = 1; i < beginnings; i++) {
            Centres other = new Centres(points, count, chance).settled();
            best = other.fit > best.fit ? other : best;
        }
        return best.nearest;
    }

    /** Each further one the likelier the farther it is from those that there are. */
    private static double[][] chosen(double[][] points, int count, Chance chance) {
        double[][] centres = new double[count][];
        double[] far = new double[points.length];
        Arrays.fill(far, 1);
        for (int centre = 0; centre < count; centre++) {
            double[] next = points[drawn(far, chance.next())];
            centres[centre] = next.clone();
            for (int i = 0; i < far.length; i++) {
                double distance = Math.max(0, 1 - Matrix.dot(points[i], next));
                far[i] = Math.min(far[i], distance * distance);
            }
        }
        return centres;
    }

    private static int drawn(double[] weights, double share) {
        double left = share * Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    private Centres settled() {
        for (int round = 0; round < ROUNDS && assign(); round++) {
            move();
        }
        return this;
    }

    private boolean assign() {
        boolean changed = false;
        fit = 0;
        for (int i = 0; i < points.length; i++) {
            int best = 0;
            double alike = Double.NEGATIVE_INFINITY;
            for (int centre = 0; centre < centres.length; centre++) {
                double dot = Matrix.dot(points[i], centres[centre]);
                if (dot > alike) {
                    alike = dot;
                    best = centre;
                }
            }
            changed |= best != nearest[i];
            nearest[i] = best;
            fit += alike;
        }
        return changed;
    }

    private void move() {
        double[][] sums = new double[centres.length][points[0].length];
        boolean[] used = new boolean[centres.length];
        for (int i = 0; i < points.length; i++) {
            Matrix.add(sums[nearest[i]], points[i], 1);
            used[nearest[i]] = true;
        }
        for (int centre = 0; centre < centres.length; centre++) {
            if (used[centre]) {
                Matrix.divide(sums[centre], Matrix.length(sums[centre]));
                centres[centre] = sums[centre];
            }
        }
    }
}
