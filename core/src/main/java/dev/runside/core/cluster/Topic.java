package dev.runside.core.cluster;

import java.util.List;

/**
 * What several tickets are about.
 *
 * @param count how many are about it
 * @param label the title of the one that says best what they all say
 * @param asking how many of them ask how something is done
 * @param examples ids of some of them
 */
public record Topic(int count, String label, int asking, List<String> examples) {

    public Topic {
        examples = List.copyOf(examples);
    }
}
