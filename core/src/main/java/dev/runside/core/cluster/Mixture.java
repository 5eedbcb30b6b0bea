package dev.runside.core.cluster;

/**
 * Every group has its own words: a text belongs where its words are usual (mixture of multinomials
 * by expectation and maximisation, Nigam et al. 2000).
 */
final class Mixture {

    private final Sparse counts;
    private final int groups;
    private final double unseen;

    /** The logarithms of how usual a word is in a group, by word. */
    private double[][] words;

    /** The logarithms of how great a group is. */
    private double[] sizes;

    /**
     * @param unseen how often every word is taken to have been seen in every group beforehand
     */
    Mixture(Sparse counts, int groups, double unseen) {
        this.counts = counts;
        this.groups = groups;
        this.unseen = unseen;
        this.words = new double[counts.columns()][groups];
        this.sizes = new double[groups];
    }

    Mixture learnt(int[] beginning, int rounds) {
        double[][] shares = new double[beginning.length][groups];
        for (int text = 0; text < beginning.length; text++) {
            shares[text][beginning[text]] = 1;
        }
        learn(shares);
        for (int round = 1; round < rounds; round++) {
            double[][] next = scores(counts);
            for (double[] text : next) {
                share(text);
            }
            learn(next);
        }
        return this;
    }

    private void learn(double[][] shares) {
        sizes = new double[groups];
        for (double[] text : shares) {
            Matrix.add(sizes, text, 1);
        }
        words = counts.transposedTimes(shares);
        double[] totals = new double[groups];
        for (double[] word : words) {
            Matrix.add(totals, word, 1);
        }
        for (int group = 0; group < groups; group++) {
            double total = Math.log(totals[group] + unseen * words.length);
            for (double[] word : words) {
                word[group] = Math.log(word[group] + unseen) - total;
            }
            sizes[group] = Math.log((sizes[group] + 1) / (shares.length + groups));
        }
    }

    /** By text and group the logarithm of how likely both are together. */
    private double[][] scores(Sparse texts) {
        double[][] scores = texts.times(words);
        for (double[] text : scores) {
            Matrix.add(text, sizes, 1);
        }
        return scores;
    }

    /** Scores become shares that sum to one; the logarithm of their sum is returned. */
    private static double share(double[] text) {
        double most = text[best(text)];
        double sum = 0;
        for (int group = 0; group < text.length; group++) {
            text[group] = Math.exp(text[group] - most);
            sum += text[group];
        }
        Matrix.divide(text, sum);
        return most + Math.log(sum);
    }

    int[] groups() {
        double[][] scores = scores(counts);
        int[] groups = new int[scores.length];
        for (int text = 0; text < groups.length; text++) {
            groups[text] = best(scores[text]);
        }
        return groups;
    }

    /** The logarithm of how likely texts are that it has not learnt from. */
    double likelihood(Sparse others) {
        double sum = 0;
        for (double[] text : scores(others)) {
            sum += share(text);
        }
        return sum;
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int group = 1; group < scores.length; group++) {
            best = scores[group] > scores[best] ? group : best;
        }
        return best;
    }
}
