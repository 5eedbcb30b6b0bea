package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.signal.Signal;
import dev.runside.core.state.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads what a job says of its runs. A failed one is a finding until one ends well; one that is
 * late, too short or too long against the last ones, until one is as usual.
 *
 * <p>Attributes: {@code job.name}; of an end also {@code exit}, {@code tookMillis} and {@code
 * output}, its last lines.
 */
final class Jobs {

    private static final String FAILED = "job-failed";
    private static final String LATE = "job-late";
    private static final String SHORT = "job-short";
    private static final String LONG = "job-long";

    private final Draft draft;

    Jobs(Draft draft) {
        this.draft = draft;
    }

    /** What newly holds, and the keys of what no longer does. */
    record Judged(List<Finding> raised, List<String> over) {}

    Judged started(Signal signal, Ref subject) {
        String name = signal.attribute("job.name");
        Instant at = signal.judgedAt();
        draft.put(
                draft.find(JobSeen.class, JobSeen.key(subject, name))
                        .map(seen -> seen.started(at))
                        .orElseGet(() -> JobSeen.first(subject, name, at)));
        return new Judged(List.of(), List.of(key(LATE, subject, name)));
    }

    Judged ended(Signal signal, Ref subject) {
        String name = signal.attribute("job.name");
        Duration took = Duration.ofMillis(number(signal.attribute("tookMillis")));
        Instant began = signal.judgedAt().minus(took);
        JobSeen before =
                draft.find(JobSeen.class, JobSeen.key(subject, name))
                        .orElseGet(() -> JobSeen.first(subject, name, began));
        boolean well = signal.attribute("exit").equals("0");
        draft.put(before.ended(began, took, well));
        if (!well) {
            return new Judged(
                    List.of(failed(signal, subject, name)), List.of(key(LATE, subject, name)));
        }
        List<Finding> raised = new ArrayList<>();
        List<String> over = new ArrayList<>(List.of(key(FAILED, subject, name)));
        judge(before.isTooShort(took), odd(before, signal, SHORT, took), raised, over);
        judge(before.isTooLong(took), odd(before, signal, LONG, took), raised, over);
        return new Judged(raised, over);
    }

    /** What only the passing of time shows. A job that never comes again is forgotten. */
    List<Finding> overdue() {
        List<Finding> overdue = new ArrayList<>();
        Instant now = draft.now();
        for (JobSeen job : draft.all(JobSeen.class).toList()) {
            if (job.isGone(now)) {
                draft.remove(JobSeen.class, job.key());
            } else if (job.isLate(now)) {
                overdue.add(late(job, now));
            } else if (job.runsTooLong(now)) {
                overdue.add(stillRunning(job, now));
            }
        }
        return overdue;
    }

    /** Of jobs that were forgotten. */
    List<String> forgotten() {
        return draft.all(Finding.class)
                .filter(finding -> finding.open() && finding.kind().equals(LATE))
                .map(Finding::key)
                .filter(key ->
                        draft.find(JobSeen.class, key.substring(LATE.length() + 1)).isEmpty())
                .toList();
    }

    private Finding late(JobSeen job, Instant now) {
        return finding(
                LATE,
                job.subject(),
                job.name(),
                now,
                "%s has not begun for %s, usually every %s at the latest"
                        .formatted(
                                job.name(),
                                words(Duration.between(job.startedAt(), now)),
                                words(job.longestPause())));
    }

    private Finding stillRunning(JobSeen job, Instant now) {
        return finding(
                LONG,
                job.subject(),
                job.name(),
                job.startedAt(),
                job.name()
                        + " runs for "
                        + words(Duration.between(job.startedAt(), now))
                        + " already");
    }

    private static void judge(
            boolean holds, Finding finding, List<Finding> raised, List<String> over) {
        if (holds) {
            raised.add(finding);
        } else {
            over.add(finding.key());
        }
    }

    private Finding failed(Signal signal, Ref subject, String name) {
        String last =
                signal.attribute("output")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .reduce("", (_, line) -> line);
        return finding(
                FAILED,
                subject,
                name,
                signal.judgedAt(),
                "%s ended with %s%s"
                        .formatted(
                                name,
                                signal.attribute("exit"),
                                last.isEmpty() ? "" : ": " + shortened(last)));
    }

    private Finding odd(JobSeen job, Signal signal, String kind, Duration took) {
        String usual =
                job.tookMillis().isEmpty()
                        ? ""
                        : ", usually %s to %s"
                                .formatted(
                                        words(Duration.ofMillis(Collections.min(job.tookMillis()))),
                                        words(
                                                Duration.ofMillis(
                                                        Collections.max(job.tookMillis()))));
        return finding(
                kind,
                job.subject(),
                job.name(),
                signal.judgedAt(),
                job.name() + " took " + words(took) + usual);
    }

    private Finding finding(String kind, Ref subject, String name, Instant since, String sentence) {
        return Finding.event(
                kind,
                subject,
                name,
                Layer.MACHINERY,
                Function.PLATFORM,
                since,
                draft.now(),
                sentence);
    }

    private static String key(String kind, Ref subject, String name) {
        return Finding.key(kind, subject, name);
    }

    private static String shortened(String line) {
        return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }

    private static String words(Duration time) {
        if (time.compareTo(Duration.ofMinutes(2)) < 0) {
            return "%.1f s".formatted(time.toMillis() / 1e3);
        }
        return time.compareTo(Duration.ofHours(2)) < 0
                ? time.toMinutes() + " min"
                : time.toHours() + " h";
    }

    private static long number(String text) {
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }
}
