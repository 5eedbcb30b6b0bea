package dev.runside.core.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Texts that say the same thing, found together. Three thousand texts take seconds; the time grows
 * with the square of their number, so whoever hands over more bounds it.
 */
public final class Clusters {

    private Clusters() {}

    /**
     * @return by text the number of its cluster, from 0 on without a gap; a text that shares no
     *     word with any other is a cluster of its own
     */
    public static List<Integer> of(List<String> texts) {
        return numbered(texts, Grouping::of);
    }

    /**
     * @param count how many clusters there are thought to be, not counting texts that share no word
     *     with any other; where texts are alike there may be fewer
     */
    public static List<Integer> of(List<String> texts, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least one cluster, not " + count);
        }
        return numbered(texts, counts -> Grouping.of(counts, count));
    }

    /** In an order of their own, so that the order in which they come says nothing. */
    private static List<Integer> numbered(List<String> texts, Method method) {
        List<List<String>> words = texts.stream().map(Words::of).toList();
        List<Integer> order =
                IntStream.range(0, texts.size())
                        .boxed()
                        .sorted((left, right) -> texts.get(left).compareTo(texts.get(right)))
                        .toList();
        Sparse counts = Terms.count(order.stream().map(words::get).toList());
        int[] told =
                IntStream.range(0, order.size()).filter(i -> counts.at()[i].length > 0).toArray();
        int[] groups = told.length == 0 ? told : method.group(counts.pick(told));
        Map<Integer, Integer> group = new HashMap<>();
        IntStream.range(0, told.length).forEach(i -> group.put(order.get(told[i]), groups[i]));
        return withoutGaps(group, texts.size());
    }

    private static List<Integer> withoutGaps(Map<Integer, Integer> group, int size) {
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Integer> clusters = new ArrayList<>();
        for (int text = 0; text < size; text++) {
            int own = -1 - text;
            int found = group.getOrDefault(text, own);
            clusters.add(numbers.computeIfAbsent(found, _ -> numbers.size()));
        }
        return clusters;
    }

    private interface Method {
        int[] group(Sparse counts);
    }
}
