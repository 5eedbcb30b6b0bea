package dev.runside.core.triage;

import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.cluster.Topic;
import dev.runside.core.state.Draft;
import dev.runside.core.state.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Has the tickets of a surge read, again each minute while it is young, and says what they are
 * about.
 */
final class Surges {

    static final String SURGE = "ticket-surge";

    private static final Duration AGAIN = Duration.ofSeconds(60);
    private static final Duration YOUNG = Duration.ofMinutes(10);
    private static final Duration USUAL_WINDOW = Duration.ofMinutes(10);
    private static final String THEY_SAY = "; they say: ";

    private final Catalog catalog;
    private final Draft draft;

    Surges(Catalog catalog, Draft draft) {
        this.catalog = catalog;
        this.draft = draft;
    }

    void raised(Finding finding) {
        if (finding.kind().equals(SURGE)) {
            draft.put(new Complaints(finding.key(), draft.now(), 0, List.of()));
            want(finding);
        }
    }

    void ticked() {
        draft.all(Complaints.class)
                .toList()
                .forEach(complaints ->
                        open(complaints.finding())
                                .ifPresentOrElse(
                                        finding -> again(complaints, finding),
                                        () -> draft.remove(Complaints.class, complaints.key())));
    }

    private void again(Complaints complaints, Finding finding) {
        boolean due = !draft.now().isBefore(complaints.askedAt().plus(AGAIN));
        boolean young = draft.now().isBefore(finding.detectedAt().plus(YOUNG));
        if (due && (young || complaints.tickets() == 0)) {
            draft.put(complaints.askedAgain(draft.now()));
            want(finding);
        }
    }

    /** They were read; returns the incident to judge again. */
    Set<String> read(String key, int tickets, List<Topic> topics) {
        Optional<Finding> open = open(key);
        Optional<Complaints> before = draft.find(Complaints.class, key);
        if (open.isEmpty() || before.isEmpty() || topics.isEmpty()) {
            return Set.of();
        }
        Complaints after = before.get().read(tickets, topics);
        if (after.equals(before.get())) {
            return Set.of();
        }
        draft.put(after);
        Finding told = draft.put(open.get().saying(base(open.get()) + THEY_SAY + after.sentence()));
        if (!after.first().equals(before.get().first())) {
            told.incident()
                    .ifPresent(id ->
                            draft.tell(
                                    id,
                                    "finding",
                                    told.subject() + ": the tickets say: " + after.sentence()));
        }
        return told.incident().map(Set::of).orElse(Set.of());
    }

    private static String base(Finding finding) {
        int said = finding.sentence().indexOf(THEY_SAY);
        return said < 0 ? finding.sentence() : finding.sentence().substring(0, said);
    }

    private Optional<Finding> open(String key) {
        return draft.find(Finding.class, key).filter(Finding::open);
    }

    private void want(Finding finding) {
        Instant from = finding.detectedAt().minus(window(finding));
        draft.want(
                new Effect.ReadTickets(
                        finding.key(),
                        finding.subject(),
                        from.isBefore(finding.startedAt()) ? from : finding.startedAt()));
    }

    private Duration window(Finding finding) {
        return finding
                .indicator()
                .flatMap(name -> Optional.ofNullable(catalog.indicators().get(name)))
                .stream()
                .flatMap(indicator -> indicator.rules().stream())
                .filter(Rule.Surge.class::isInstance)
                .map(rule -> ((Rule.Surge) rule).over())
                .max(Comparator.naturalOrder())
                .orElse(USUAL_WINDOW);
    }
}
