package dev.runside.core.cluster;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How many groups texts fall into: as many as tell best what texts say that were not looked at.
 * Fewer know less about each text, more know of each group too few.
 */
final class HowMany {

    /** From one number to the next, and half of that around the best. */
    private static final double STEP = Math.sqrt(2);

    private static final double HALF_STEP = Math.sqrt(STEP);

    /** As many in a row may be worse before it is believed that more will be, too. */
    private static final int PATIENCE = 2;

    private static final int FEWEST_IN_A_GROUP = 4;
    private static final int MOST_DIMENSIONS = 150;
    private static final int ROUNDS = 5;
    private static final int PARTS = 4;

    /** Few texts a group need little of what was not seen, many groups of one kind more. */
    private static final double[] UNSEEN = {0.02, 0.05, 0.1, 0.2};

    private final Sparse counts;
    private final double[][] topics;
    private final Map<Integer, Double> tried = new TreeMap<>();

    private HowMany(Sparse counts) {
        this.counts = counts;
        this.topics = Topics.of(Terms.weigh(counts), Math.min(most(), MOST_DIMENSIONS));
    }

    static int of(Sparse counts) {
        HowMany search = new HowMany(counts);
        int best = search.climb();
        return IntStream.of((int) Math.round(best / HALF_STEP), (int) Math.round(best * HALF_STEP))
                .filter(count -> count > 0 && count <= search.most())
                .reduce(best, search::better);
    }

    private int most() {
        return Math.max(1, counts.rows() / FEWEST_IN_A_GROUP);
    }

    private int climb() {
        int best = 1;
        int worse = 0;
        int count = 1;
        while (worse < PATIENCE && count <= most()) {
            int before = best;
            best = better(best, count);
            worse = best == before ? worse + 1 : 0;
            count = Math.max(count + 1, (int) Math.round(count * STEP));
        }
        return best;
    }

    private int better(int best, int other) {
        return told(other) > told(best) ? other : best;
    }

    private double told(int count) {
        return tried.computeIfAbsent(count, this::tell);
    }

    private double tell(int count) {
        double[] all = new double[Math.min(count, topics[0].length)];
        Arrays.fill(all, 1);
        int[] groups = Centres.around(Matrix.unitRows(topics, all), count, 1);
        return DoubleStream.of(UNSEEN)
                .map(unseen ->
                        IntStream.range(0, PARTS)
                                .mapToDouble(part -> leftOut(part, groups, count, unseen))
                                .sum())
                .max()
                .orElseThrow();
    }

    /** How well the texts of one part are told by the groups of the others. */
    private double leftOut(int part, int[] groups, int count, double unseen) {
        int[] out = IntStream.range(0, groups.length).filter(i -> i % PARTS == part).toArray();
        int[] in = IntStream.range(0, groups.length).filter(i -> i % PARTS != part).toArray();
        int[] beginning = Arrays.stream(in).map(i -> groups[i]).toArray();
        return new Mixture(counts.pick(in), count, unseen)
                .learnt(beginning, ROUNDS)
                .likelihood(counts.pick(out));
    }
}
