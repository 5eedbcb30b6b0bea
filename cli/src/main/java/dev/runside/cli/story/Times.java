package dev.runside.cli.story;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Times as people read them, in the zone of their machine. */
public record Times(ZoneId zone, Instant now) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss z");

    public static Times here() {
        return new Times(ZoneId.systemDefault(), Instant.now());
    }

    static Optional<Instant> in(JsonNode node) {
        return node.isString() ? Optional.of(Instant.parse(node.asString())) : Optional.empty();
    }

    String day(Instant time) {
        return DAY.withZone(zone).format(time);
    }

    String clock(Instant time) {
        return CLOCK.withZone(zone).format(time);
    }

    String moment(Instant time) {
        return MOMENT.withZone(zone).format(time);
    }

    String ago(Instant time) {
        return length(Duration.between(time, now)) + " ago";
    }

    static String length(Duration time) {
        Duration length = time.isNegative() ? Duration.ZERO : time;
        if (length.toDays() > 0) {
            return length.toDays() + " d " + length.toHoursPart() + " h";
        }
        if (length.toHours() > 0) {
            return length.toHours() + " h " + length.toMinutesPart() + " min";
        }
        return length.toMinutes() > 0
                ? length.toMinutes() + " min " + length.toSecondsPart() + " s"
                : length.toMillis() / 100 / 10.0 + " s";
    }
}
