package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.state.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/**
 * A job's last runs: how far apart they began and how long the good ones took.
 *
 * @param startedAt of the newest run
 * @param heardAt from when on the next one is waited for: the newest start, or a restart since
 * @param running whether the newest run has not ended yet
 */
public record JobSeen(
        Ref subject,
        String name,
        List<Long> gapSeconds,
        List<Long> tookMillis,
        Instant startedAt,
        Instant heardAt,
        boolean running)
        implements Entry {

    /** So many runs make a rhythm, and so many are remembered. */
    static final int RHYTHM = 5;

    private static final int REMEMBERED = 16;
    private static final Duration SLACK = Duration.ofMinutes(1);
    private static final Duration SHORT_SLACK = Duration.ofSeconds(10);

    public JobSeen {
        gapSeconds = List.copyOf(gapSeconds);
        tookMillis = List.copyOf(tookMillis);
    }

    static JobSeen first(Ref subject, String name, Instant startedAt) {
        return new JobSeen(subject, name, List.of(), List.of(), startedAt, startedAt, true);
    }

    @Override
    public String key() {
        return key(subject, name);
    }

    /** Which job it is. */
    public static String key(Ref subject, String name) {
        return subject + "#" + name;
    }

    /** One that began earlier than what is known says nothing of the rhythm. */
    JobSeen started(Instant at) {
        return at.isAfter(startedAt)
                ? new JobSeen(
                        subject,
                        name,
                        with(gapSeconds, Duration.between(startedAt, at).toSeconds()),
                        tookMillis,
                        at,
                        at,
                        true)
                : this;
    }

    JobSeen ended(Instant began, Duration took, boolean well) {
        return new JobSeen(
                subject,
                name,
                gapSeconds,
                well ? with(tookMillis, took.toMillis()) : tookMillis,
                startedAt,
                heardAt,
                running && began.plus(SHORT_SLACK).isBefore(startedAt));
    }

    /** Nobody was there to hear of the runs before. */
    public JobSeen waitedForFrom(Instant now) {
        return new JobSeen(subject, name, gapSeconds, tookMillis, startedAt, now, running);
    }

    /** A quarter later than after its longest pause. */
    boolean isLate(Instant now) {
        OptionalLong longest = longest(gapSeconds);
        return longest.isPresent()
                && heardAt.plusSeconds(longest.getAsLong() * 5 / 4).plus(SLACK).isBefore(now);
    }

    /** It did not come for ten of its longest pauses: it is no more. */
    boolean isGone(Instant now) {
        return isLate(now) && heardAt.plus(longestPause().multipliedBy(10)).isBefore(now);
    }

    Duration longestPause() {
        return Duration.ofSeconds(longest(gapSeconds).orElse(0));
    }

    /** Three times as long as the longest good run. */
    boolean isTooLong(Duration took) {
        OptionalLong longest = longest(tookMillis);
        return longest.isPresent() && took.minus(SHORT_SLACK).toMillis() > 3 * longest.getAsLong();
    }

    /** A third of the shortest good run. */
    boolean isTooShort(Duration took) {
        return tookMillis.size() >= RHYTHM && took.toMillis() < Collections.min(tookMillis) / 3;
    }

    /** Neither too short nor too long for one of its runs. */
    public boolean isUsual(Duration took) {
        return !isTooShort(took) && !isTooLong(took);
    }

    boolean runsTooLong(Instant now) {
        return running && isTooLong(Duration.between(startedAt, now));
    }

    private static OptionalLong longest(List<Long> known) {
        return known.size() < RHYTHM
                ? OptionalLong.empty()
                : OptionalLong.of(Collections.max(known));
    }

    private static List<Long> with(List<Long> known, long more) {
        List<Long> all = new ArrayList<>(known);
        all.add(more);
        return all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
    }
}
