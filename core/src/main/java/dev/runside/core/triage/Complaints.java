package dev.runside.core.triage;

import dev.runside.core.cluster.Topic;
import dev.runside.core.state.Entry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the tickets of a surge are about, as far as they have been read.
 *
 * @param finding the surge's key
 * @param askedAt when they were last asked for
 * @param tickets how many were read; 0 until then
 * @param topics the most frequent first
 */
public record Complaints(String finding, Instant askedAt, int tickets, List<Topic> topics)
        implements Entry {

    private static final int NAMED = 3;

    public Complaints {
        topics = List.copyOf(topics);
    }

    @Override
    public String key() {
        return finding;
    }

    Complaints askedAgain(Instant now) {
        return new Complaints(finding, now, tickets, topics);
    }

    Complaints read(int many, List<Topic> about) {
        return new Complaints(finding, askedAt, many, about);
    }

    /** As in {@code 9 of 12: cannot log in (T1, T4, T9) · 3 of 12: invoice missing (T2)}. */
    String sentence() {
        String named =
                topics.stream()
                        .limit(NAMED)
                        .map(topic ->
                                "%d of %d: %s (%s)"
                                        .formatted(
                                                topic.count(),
                                                tickets,
                                                topic.label(),
                                                String.join(", ", topic.examples())))
                        .collect(Collectors.joining(" · "));
        int rest = topics.stream().skip(NAMED).mapToInt(Topic::count).sum();
        return rest == 0 ? named : named + " · %d of %d: other".formatted(rest, tickets);
    }

    /** The most frequent topic's name, by which a change of what they say is seen. */
    String first() {
        return topics.isEmpty() ? "" : topics.getFirst().label();
    }
}
