package dev.runside.bench.points;

import java.time.Instant;
import java.util.Arrays;

/**
 * The series of some hops, which are always sent together and by one sender. Each time every good
 * count has grown by ten.
 */
final class Batch implements Parcel {

    private static final double GROWTH = 10;
    private static final double FAULT = 1_000_000;

    private final Form form;
    private final int first;
    private final int routes;
    private final int source;
    private final double[] values;
    private long lastMillis;

    /**
     * @param first the first hop in it
     * @param source the number of the source that it comes from
     */
    Batch(Form form, int first, int routes, int source) {
        this.form = form;
        this.first = first;
        this.routes = routes;
        this.source = source;
        this.values = new double[form.counts().length];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public int source() {
        return source;
    }

    double sum() {
        return Arrays.stream(values).sum();
    }

    boolean holds(int hop) {
        return hop >= first && hop < first + values.length / 2 / routes;
    }

    /** From the next time on, this route has failed far more often than not. */
    void fail(int hop, int route) {
        values[2 * ((hop - first) * routes + route) + 1] += FAULT;
    }

    /** As it stands now; never twice with the same time. */
    @Override
    public byte[] next() {
        for (int good = 0; good < values.length; good += 2) {
            values[good] += GROWTH;
        }
        lastMillis = Math.max(lastMillis + 1, System.currentTimeMillis());
        return form.filled(Instant.ofEpochMilli(lastMillis), values);
    }
}
