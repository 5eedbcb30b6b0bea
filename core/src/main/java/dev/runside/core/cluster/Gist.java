package dev.runside.core.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a number of tickets are about, the most frequent first. */
public final class Gist {

    private static final int EXAMPLES = 3;
    private static final int LONGEST_LABEL = 80;

    /**
     * Of a text its beginning says what it is about; what follows is often a log or a signature.
     */
    private static final int READ = 500;

    private static final Pattern ASKS =
            Pattern.compile(
                    "\\b(how (do|can|to|does|would|should|might)|where (do|can|is|are|would)|is (it|there) (possible|a way)|can (i|we|you)|what (is|are|does)|which (button|menu|setting|page))\\b",
                    Pattern.CASE_INSENSITIVE);

    private Gist() {}

    /** A ticket as its customer wrote it. */
    public record Ticket(String id, String title, String text) {

        private String whole() {
            return title + " " + text.substring(0, Math.min(text.length(), READ));
        }

        private boolean asks() {
            return ASKS.matcher(whole()).find();
        }

        private Set<String> words() {
            return new HashSet<>(Words.of(whole()));
        }
    }

    /** By clusters of what they say; whoever hands over more than a few hundred waits for it. */
    public static List<Topic> of(List<Ticket> tickets) {
        List<Integer> clusters = Clusters.of(tickets.stream().map(Ticket::whole).toList());
        Map<Integer, List<Ticket>> members = new TreeMap<>();
        for (int each = 0; each < tickets.size(); each++) {
            members.computeIfAbsent(clusters.get(each), _ -> new ArrayList<>())
                    .add(tickets.get(each));
        }
        return members.values().stream()
                .map(Gist::topic)
                .sorted(Comparator.comparing(Topic::count).reversed())
                .toList();
    }

    private static Topic topic(List<Ticket> members) {
        Map<String, Integer> said = new TreeMap<>();
        members.forEach(
                ticket -> ticket.words().forEach(word -> said.merge(word, 1, Integer::sum)));
        List<Ticket> nearest =
                members.stream()
                        .sorted(Comparator.comparingDouble(ticket -> -shared(ticket, said)))
                        .toList();
        return new Topic(
                members.size(),
                label(nearest.getFirst().title()),
                (int) members.stream().filter(Ticket::asks).count(),
                nearest.stream().limit(EXAMPLES).map(Ticket::id).toList());
    }

    /** How much of what its cluster says a title says, and nothing else. */
    private static double shared(Ticket ticket, Map<String, Integer> said) {
        Set<String> title = new HashSet<>(Words.of(ticket.title()));
        return title.stream().mapToDouble(word -> said.getOrDefault(word, 0)).sum()
                / Math.sqrt(Math.max(1, title.size()));
    }

    private static String label(String title) {
        String line = title.strip().lines().findFirst().orElse("");
        return line.length() <= LONGEST_LABEL ? line : line.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
