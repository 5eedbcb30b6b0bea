package dev.runside.core.cluster;

/** Groups texts by the words that they share. */
final class Grouping {

    /** A text is compared with a third of those that its group would have if all were equal. */
    private static final int SHARE_OF_GROUP = 3;

    private static final int FEWEST_NEIGHBOURS = 6;
    private static final int MOST_NEIGHBOURS = 60;
    private static final int BEGINNINGS = 4;
    private static final int ROUNDS = 15;

    /** How often a word is taken to have been seen in every group beforehand. */
    private static final double UNSEEN = 0.02;

    private Grouping() {}

    static int[] of(Sparse counts) {
        return of(counts, HowMany.of(counts));
    }

    static int[] of(Sparse counts, int asked) {
        int count = Math.min(asked, counts.rows());
        double[][] topics = Topics.of(Terms.weigh(counts), count);
        double[][] near = Spectrum.of(Neighbours.of(topics, neighbours(counts, count)), count);
        int[] groups = Centres.around(near, count, BEGINNINGS);
        return new Mixture(counts, count, UNSEEN).learnt(groups, ROUNDS).groups();
    }

    private static int neighbours(Sparse counts, int count) {
        int share = counts.rows() / count / SHARE_OF_GROUP;
        return Math.clamp(share, FEWEST_NEIGHBOURS, MOST_NEIGHBOURS);
    }
}
