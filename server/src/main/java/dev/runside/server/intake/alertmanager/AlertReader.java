package dev.runside.server.intake.alertmanager;

import dev.runside.server.intake.alerts.AlertUpdate;
import dev.runside.server.intake.alerts.LabelSet;
import dev.runside.server.intake.body.JsonPlace;
import dev.runside.server.intake.body.Rfc3339;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.ItemError;
import dev.runside.server.problem.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads postable alerts as a stream, as Alertmanager does: what is no such array is refused whole;
 * of an array, what is no valid alert is named and the others are taken.
 */
final class AlertReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_ALERTS = 10_000;
    private static final int MOST_LABELS = 128;
    private static final int MOST_CHARACTERS = 4_000;

    /** How long an alert holds when its sender does not say: Alertmanager's resolve_timeout. */
    private static final Duration RESOLVE_TIMEOUT = Duration.ofMinutes(5);

    private final Instant now;
    private final Duration ahead;
    private final List<AlertUpdate> alerts = new ArrayList<>();
    private final List<String> invalid = new ArrayList<>();

    /** What alerts of one batch have in common is kept once: the book holds on to it. */
    private final Map<String, String> texts = new HashMap<>();

    private final Map<String, Optional<Instant>> times = new HashMap<>();
    private LabelSet lastAnnotations = LabelSet.EMPTY;
    private String[] pairs = new String[32];
    private int index;

    /**
     * @param ahead how much the server's time is ahead of the machine's, and so of its senders'
     */
    AlertReader(Instant now, Duration ahead) {
        this.now = now;
        this.ahead = ahead;
    }

    List<AlertUpdate> alerts() {
        return alerts;
    }

    /** What is wrong with those that are not among the alerts. */
    List<String> invalid() {
        return invalid;
    }

    AlertReader read(byte[] body) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            all(parser);
            if (parser.nextToken() != null) {
                throw unparsed("something follows after its end");
            }
            return this;
        } catch (JacksonException e) {
            throw unparsed("it is " + JsonPlace.of(e));
        }
    }

    private void all(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw required("alerts");
        }
        if (first == JsonToken.VALUE_NULL) {
            return;
        }
        if (first != JsonToken.START_ARRAY) {
            throw unparsed("it is not an array of alerts");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (index == MOST_ALERTS) {
                throw Problem.of(
                        ErrorCode.TOO_LARGE,
                        "A batch may have at most " + MOST_ALERTS + " alerts.");
            }
            one(parser);
            index++;
        }
    }

    private void one(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw unparsed(index + " is not an object");
        }
        Optional<LabelSet> labels = Optional.empty();
        LabelSet annotations = LabelSet.EMPTY;
        String generator = "";
        Optional<Instant> startsAt = Optional.empty();
        Optional<Instant> endsAt = Optional.empty();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "labels" -> labels = Optional.of(texts(parser, field));
                case "annotations" -> annotations = annotations(parser, field);
                case "generatorURL" -> generator = text(parser, field);
                case "startsAt" -> startsAt = time(parser, field);
                case "endsAt" -> endsAt = time(parser, field);
                default -> parser.skipChildren();
            }
        }
        LabelSet identity = labels.orElseThrow(() -> required(index + ".labels"));
        take(identity, annotations, generator, startsAt, endsAt);
    }

    private void take(
            LabelSet labels,
            LabelSet annotations,
            String generator,
            Optional<Instant> startsAt,
            Optional<Instant> endsAt) {
        if (labels.isEmpty()) {
            invalid.add("at least one label pair required");
            return;
        }
        if (startsAt.isPresent() && endsAt.isPresent() && endsAt.get().isBefore(startsAt.get())) {
            invalid.add("start time must be before end time");
            return;
        }
        Optional<Instant> end = endsAt.map(time -> time.plus(ahead));
        boolean over = end.isPresent() && !end.get().isAfter(now);
        alerts.add(
                new AlertUpdate(
                        labels,
                        labels,
                        annotations,
                        generator,
                        startsAt,
                        over ? endsAt : Optional.empty(),
                        end.orElseGet(() -> now.plus(RESOLVE_TIMEOUT))));
    }

    private LabelSet annotations(JsonParser parser, String field) {
        LabelSet annotations = texts(parser, field);
        if (!annotations.equals(lastAnnotations)) {
            lastAnnotations = annotations;
        }
        return lastAnnotations;
    }

    /** Empty values are as good as absent. */
    private LabelSet texts(JsonParser parser, String field) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return LabelSet.EMPTY;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw unparsed(index + "." + field + " is not an object of texts");
        }
        int length = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            String value = text(parser, field + "." + name);
            if (!value.isEmpty()) {
                length = add(length, field, name, value);
            }
        }
        return LabelSet.ofPairs(pairs, length);
    }

    private int add(int length, String field, String name, String value) {
        if (length == 2 * MOST_LABELS) {
            throw unparsed(index + "." + field + " has more than " + MOST_LABELS + " entries");
        }
        if (name.isEmpty() || name.length() > MOST_CHARACTERS || name.indexOf('\0') >= 0) {
            throw unparsed(index + "." + field + " has an invalid name");
        }
        if (length == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * length);
        }
        pairs[length] = name;
        pairs[length + 1] = value;
        return length + 2;
    }

    private String text(JsonParser parser, String field) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return "";
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw unparsed(index + "." + field + " is not a text");
        }
        String text = parser.getString();
        if (text.length() > MOST_CHARACTERS || text.indexOf('\0') >= 0) {
            throw unparsed(
                    index
                            + "."
                            + field
                            + " has more than "
                            + MOST_CHARACTERS
                            + " characters, or a NUL among them");
        }
        @Nullable String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    /** Go's zero time, in the year 1, stands for none. */
    private Optional<Instant> time(JsonParser parser, String field) {
        String text = text(parser, field);
        return times.computeIfAbsent(text, _ -> time(text, field));
    }

    private Optional<Instant> time(String text, String field) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Rfc3339.read(text)).filter(time -> time.isAfter(Instant.EPOCH));
        } catch (DateTimeException _) {
            throw unparsed(index + "." + field + ": \"" + text + "\" is no time of RFC 3339");
        }
    }

    private static Problem required(String field) {
        return Problem.of(
                ErrorCode.INVALID_INPUT,
                field + " in body is required",
                List.of(new ItemError(0, field, "is required")));
    }

    private static Problem unparsed(String why) {
        return Problem.of(
                ErrorCode.MALFORMED_BODY, "parsing alerts body from \"\" failed, because " + why);
    }
}
