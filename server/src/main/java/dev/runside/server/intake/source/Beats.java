package dev.runside.server.intake.source;

import dev.runside.core.Ref;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The beats of one source, by the hops that it speaks for. */
final class Beats {

    /** A source with more hops is not watched for the further ones. */
    private static final int MOST = 10_000;

    private final Ref source;
    private final Map<Ref, Beat> beats = new TreeMap<>();

    Beats(Ref source) {
        this.source = source;
    }

    void heard(Ref subject, Instant now) {
        Beat beat = beats.get(subject);
        if (beat != null) {
            beat.heard(now);
        } else if (beats.size() < MOST) {
            beats.put(subject, Beat.begin(now));
        }
    }

    void alive(Ref subject, Instant now) {
        Beat beat = beats.get(subject);
        if (beat != null) {
            beat.alive(now);
        }
    }

    Optional<Instant> last(Ref subject) {
        return Optional.ofNullable(beats.get(subject)).map(Beat::last);
    }

    void know(Ref subject, long usualMillis, Instant restart) {
        beats.put(subject, Beat.known(usualMillis, restart));
    }

    /** Forgets what is no longer of the estate. */
    void keep(Predicate<Ref> known) {
        beats.keySet().removeIf(known.negate());
    }

    Map<Ref, Long> usual() {
        Map<Ref, Long> usual = new HashMap<>();
        beats.forEach((subject, beat) -> {
            OptionalLong millis = beat.usualMillis();
            if (millis.isPresent()) {
                usual.put(subject, millis.getAsLong());
            }
        });
        return usual;
    }

    /** What is missing now: the source, when half of what it speaks for fell silent together. */
    Set<Silence> silences(Instant now) {
        Map<Ref, Beat> silent = new TreeMap<>();
        beats.forEach((subject, beat) -> {
            if (beat.silent(now)) {
                silent.put(subject, beat);
            }
        });
        long regular =
                beats.values().stream().filter(beat -> beat.usualMillis().isPresent()).count();
        if (silent.size() >= 2 && silent.size() * 2L >= regular) {
            return Set.of(whole(silent.values(), regular));
        }
        Set<Silence> silences = new TreeSet<>();
        silent.forEach((subject, beat) -> silences.add(missing(subject, beat, now)));
        return silences;
    }

    private Silence whole(Collection<Beat> silent, long regular) {
        Instant since = silent.stream().map(Beat::last).min(Instant::compareTo).orElseThrow();
        return new Silence(
                SourceCondition.SOURCE_SILENT,
                source,
                since,
                "%d of the %d hops that %s speaks for fell silent together"
                        .formatted(silent.size(), regular, source));
    }

    private Silence missing(Ref subject, Beat beat, Instant now) {
        return new Silence(
                SourceCondition.NO_DATA,
                subject,
                beat.last(),
                "no data from %s for %d s by %s; usually every %d s"
                        .formatted(
                                subject,
                                Duration.between(beat.last(), now).toSeconds(),
                                source,
                                Math.max(1, beat.usualMillis().orElseThrow() / 1000)));
    }

    /** Something that should speak and does not. */
    record Silence(SourceCondition condition, Ref subject, Instant since, String sentence)
            implements Comparable<Silence> {

        @Override
        public int compareTo(Silence other) {
            return subject.compareTo(other.subject);
        }
    }
}
