package dev.runside.agent.link;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How values are written to the server. */
final class Wire {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Wire() {}

    /** RFC 3339, UTC, milliseconds. */
    static String time(Instant time) {
        return MILLIS.format(time);
    }
}
