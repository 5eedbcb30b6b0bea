package dev.runside.server.intake.overview;

import dev.runside.server.intake.SourceReport;
import dev.runside.server.intake.tally.Count;
import dev.runside.server.intake.tally.Count.What;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The counts of one source. */
record Counts(List<Count> counts) {

    static final int MOST_LISTED = 50;

    long of(What what) {
        return all(what).mapToLong(Count::times).sum();
    }

    Optional<Instant> lastSeen() {
        return counts.stream().map(Count::lastSeen).max(Comparator.naturalOrder());
    }

    List<SourceReport.Path> paths() {
        return requests()
                .map(Count::name)
                .distinct()
                .sorted()
                .map(path ->
                        new SourceReport.Path(
                                path,
                                by(What.ACCEPTED, path),
                                by(What.REFUSED, path),
                                lastSeen(path)))
                .toList();
    }

    List<SourceReport.Subject> subjects() {
        return all(What.ABOUT)
                .sorted(
                        Comparator.comparing((Count count) -> -count.times())
                                .thenComparing(Count::name))
                .limit(MOST_LISTED)
                .map(count ->
                        new SourceReport.Subject(count.name(), count.times(), count.lastSeen()))
                .toList();
    }

    private long by(What what, String path) {
        return all(what).filter(count -> count.name().equals(path)).mapToLong(Count::times).sum();
    }

    private Instant lastSeen(String path) {
        return requests()
                .filter(count -> count.name().equals(path))
                .map(Count::lastSeen)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Stream<Count> requests() {
        return Stream.concat(all(What.ACCEPTED), all(What.REFUSED));
    }

    private Stream<Count> all(What what) {
        return counts.stream().filter(count -> count.what() == what);
    }
}
