package dev.runside.server.intake.poll;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Answers as a tool gave them, in the form of its documentation; those of noon as of an hour ago.
 */
final class Recorded {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:").withZone(ZoneOffset.UTC);

    /** Later than the source under test was connected. */
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);

    private final Instant hour = now.minus(Duration.ofHours(1));

    String answer(String name) {
        return moved(read("/poll/" + name));
    }

    /** The same for what a webhook says. */
    String moved(String text) {
        String moved = text.replace("2026-01-31T12:", HOUR.format(hour)).replace("${now}", now(0));
        return moved.replace("${now+1}", now(1))
                .replace("${now+2}", now(2))
                .replace("${now+3}", now(3));
    }

    private String now(int seconds) {
        return now.plusSeconds(seconds).toString();
    }

    private static String read(String path) {
        try (InputStream stream = Recorded.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new AssertionError("there is no " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
