package dev.runside.server.intake.poll;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Answers as a tool gave them, in the form of its documentation; those of noon as of an hour ago.
 */
final class Recorded {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:").withZone(ZoneOffset.UTC);

    private final Instant hour = Instant.now().minus(Duration.ofHours(1));

    String answer(String name) {
        return moved(read("/poll/" + name));
    }

    /** The same for what a webhook says. */
    String moved(String text) {
        return text.replace("2026-01-31T12:", HOUR.format(hour));
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
