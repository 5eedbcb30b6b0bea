package dev.runside.server.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one source: what it may say, and what it said since it was connected.
 *
 * @param open whether a token of it opens anything now
 * @param lastSeen of a request with its token, taken or refused
 * @param perMinute reports of the last minute
 * @param accepted requests
 * @param refused requests, so that nothing or not all of them was stored
 * @param unmapped reports whose name the catalog does not know as of now
 * @param unmappedShare of the reports that were looked up, from 0 to 1
 * @param firingBefore alerts that were firing when it was connected
 * @param stale alerts that hold and are repeated no longer
 * @param troubles as in {@code source-silent} and {@code no-data hop:mail/relay}
 * @param poll what Runside asks for on its behalf
 * @param mapped the hops it spoke of, the most often first
 * @param gaps the names that the catalog does not know, the most often first
 */
public record SourceReport(
        String source,
        List<String> speaksFor,
        boolean open,
        Instant since,
        Optional<Instant> lastSeen,
        long perMinute,
        long reports,
        long accepted,
        long refused,
        long unmapped,
        double unmappedShare,
        long firingBefore,
        long stale,
        List<String> troubles,
        Optional<Poll> poll,
        List<Path> paths,
        List<Subject> mapped,
        List<Name> gaps) {

    /**
     * What is asked for instead of being told, or beside it.
     *
     * @param next when it is asked again
     * @param failing the last round brought nothing
     * @param trouble why it did not, or what of it was left out; else empty
     */
    public record Poll(
            String tool,
            String target,
            String baseUrl,
            Instant next,
            boolean failing,
            String trouble) {}

    /** What came by one path. */
    public record Path(String path, long accepted, long refused, Instant lastSeen) {}

    public record Subject(String subject, long count, Instant lastSeen) {}

    /**
     * @param proposal what would mend it
     */
    public record Name(String name, long count, Instant lastSeen, String proposal) {}
}
