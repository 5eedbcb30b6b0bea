package dev.runside.cli.job;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** What is told of one run, as {@code POST /api/v1/signals} takes it. */
record Report(
        String id,
        String kind,
        String job,
        Optional<String> subject,
        Instant time,
        Map<String, String> more) {

    private static final int MOST = 4_000;

    /** Colours and other commands to a terminal. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("\\x1b\\[[0-9;?]*[A-Za-z]|[\\p{Cntrl}&&[^\\n\\t]]");

    static Report started(String run, String job, Optional<String> subject, Instant time) {
        return new Report(run + "/started", "job-started", job, subject, time, Map.of());
    }

    static Report ended(
            String run,
            String job,
            Optional<String> subject,
            Instant time,
            Duration took,
            int exit,
            String output) {
        String clean = UNPRINTABLE.matcher(output).replaceAll("");
        String last = clean.length() <= MOST ? clean : clean.substring(clean.length() - MOST);
        return new Report(
                run + "/ended",
                "job-ended",
                job,
                subject,
                time,
                Map.of(
                        "exit", String.valueOf(exit),
                        "tookMillis", String.valueOf(took.toMillis()),
                        "output", whole(last)));
    }

    /** What was cut in the middle of a character is no text. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    String json() {
        Map<String, String> attributes = new LinkedHashMap<>(more);
        attributes.put("job.name", job);
        attributes.put("job", job);
        Map<String, Object> signal = new LinkedHashMap<>();
        signal.put("id", id);
        signal.put("kind", kind);
        subject.ifPresent(ref -> signal.put("subject", ref));
        signal.put("time", time.toString());
        signal.put(
                "title",
                "the job "
                        + job
                        + (kind.equals("job-started")
                                ? " began"
                                : " ended with " + more.get("exit")));
        signal.put("attributes", attributes);
        return JsonMapper.shared().writeValueAsString(signal);
    }
}
