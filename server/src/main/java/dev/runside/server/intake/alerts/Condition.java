package dev.runside.server.intake.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is known of one source's labels: the latest occurrences, the newest first. */
record Condition(List<Tracked> occurrences) {

    static final Condition UNKNOWN = new Condition(List.of());

    private static final int MOST = 8;

    /** Two Prometheus with the same labels do not end an alert at quite the same time. */
    private static final Duration MOVED = Duration.ofMinutes(2);

    private static final Comparator<Tracked> NEWEST_FIRST =
            Comparator.comparing((Tracked each) -> each.occurrence().startsAt()).reversed();

    Condition {
        occurrences = List.copyOf(occurrences);
    }

    Optional<Tracked> at(Instant startsAt) {
        for (Tracked each : occurrences) {
            if (each.occurrence().startsAt().equals(startsAt)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The one that began next to that time, and not further from it than this. */
    Optional<Tracked> around(Instant time, Duration most) {
        return occurrences.stream()
                .filter(each -> distance(each, time).compareTo(most) <= 0)
                .min(Comparator.comparing(each -> distance(each, time)));
    }

    private static Duration distance(Tracked each, Instant time) {
        return Duration.between(each.occurrence().startsAt(), time).abs();
    }

    Optional<Tracked> newestOpen() {
        return occurrences.stream().filter(each -> each.occurrence().open()).findFirst();
    }

    /** The one that an update is about; without a begin what holds already. */
    Optional<Tracked> meant(AlertUpdate update) {
        return update.startsAt().isPresent() ? at(update.startsAt().get()) : newestOpen();
    }

    /** Whether none is open any longer when these are as they are now. */
    boolean isOverWith(List<Occurrence> changed) {
        return open().stream()
                .map(each -> each.occurrence().key())
                .allMatch(key -> changed.stream().anyMatch(each -> each.key().equals(key)));
    }

    List<Tracked> open() {
        return occurrences.stream().filter(each -> each.occurrence().open()).toList();
    }

    /**
     * An occurrence ends once. One whose end was passed when it came, and is told to be later and
     * later, still fires: its source vouches for it by a clock that runs behind.
     */
    boolean endsAgainLater(AlertUpdate update) {
        return update.startsAt()
                .flatMap(this::at)
                .flatMap(known -> known.occurrence().resolvedAt())
                .filter(end -> update.endedAt().filter(end.plus(MOVED)::isBefore).isPresent())
                .isPresent();
    }

    /** What its texts take in memory, about. */
    long characters() {
        long characters = 0;
        for (Tracked each : occurrences) {
            characters += each.occurrence().characters();
        }
        return characters;
    }

    /** An open one has a place before any that is over. */
    Condition with(Tracked changed) {
        List<Tracked> all = new ArrayList<>();
        all.add(changed);
        occurrences.stream()
                .filter(each -> !each.occurrence().key().equals(changed.occurrence().key()))
                .forEach(all::add);
        all.sort(NEWEST_FIRST);
        while (all.size() > MOST) {
            all.remove(leastNeeded(all));
        }
        return new Condition(all);
    }

    private static Tracked leastNeeded(List<Tracked> all) {
        return all.reversed().stream()
                .filter(each -> !each.occurrence().open())
                .findFirst()
                .orElse(all.getLast());
    }
}
