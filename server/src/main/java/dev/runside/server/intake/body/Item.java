package dev.runside.server.intake.body;

import dev.runside.core.Ref;
import dev.runside.server.problem.ItemError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One JSON object of a request, read field by field. What is wrong is taken down with its place and
 * reading goes on, so that the sender learns of all of it at once.
 */
public final class Item {

    private static final int MOST_SCALARS = 64;
    private static final int MOST_SCALAR = 4_000;
    private static final int MOST_IDENTIFIER = 200;
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final JsonNode node;
    private final int index;
    private final String path;
    private final List<ItemError> errors;

    Item(JsonNode node, int index, String path, List<ItemError> errors) {
        this.node = node;
        this.index = index;
        this.path = path;
        this.errors = errors;
    }

    public void wrong(String field, String detail) {
        errors.add(new ItemError(index, path + field, detail));
    }

    /** Empty text where it is missing, which is taken down. */
    public String required(String field, int most) {
        int faults = errors.size();
        Optional<String> text = text(field, most);
        if (errors.size() == faults && text.filter(value -> !value.isBlank()).isEmpty()) {
            wrong(field, "is missing; it is a text of 1 to " + most + " characters");
        }
        return text.orElse("");
    }

    public Optional<String> text(String field, int most) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(bounded(field, value, most));
    }

    /** A plain value as text, cut where it is long; empty text where there is none. */
    public String shortened(String field, int most) {
        JsonNode value = node.path(field);
        if (!value.isValueNode() || value.isNull()) {
            return "";
        }
        String whole = value.asString().replace('\0', ' ');
        return whole.length() <= most ? whole : whole.substring(0, most - 1) + "…";
    }

    /** A text or number that names something; taken down where it is missing. */
    public String identifier(String field) {
        Optional<String> given = scalar(field, MOST_IDENTIFIER);
        if (given.filter(text -> !text.isBlank()).isEmpty() && !has(field)) {
            wrong(field, "is missing");
        }
        return given.orElse("");
    }

    /** An object that must be there; one without fields stands for it where it is not. */
    public Item part(String field) {
        if (!has(field)) {
            wrong(field, "is missing");
        }
        return object(field)
                .orElseGet(() ->
                        new Item(MissingNode.getInstance(), index, path + field + ".", errors));
    }

    private String bounded(String field, JsonNode value, int most) {
        if (!value.isString()) {
            wrong(field, "is not a text");
            return "";
        }
        String text = value.stringValue();
        if (text.length() > most) {
            wrong(field, "has " + text.length() + " characters; at most " + most);
            return "";
        }
        if (text.indexOf('\0') >= 0) {
            wrong(field, "holds a NUL character, which cannot be stored");
            return "";
        }
        return text;
    }

    public Optional<Instant> time(String field) {
        return text(field, 64).filter(text -> !text.isEmpty()).flatMap(text -> time(field, text));
    }

    /** As {@link #time}; Go's zero time, in the year 1, stands for none. */
    public Optional<Instant> timeOrZero(String field) {
        return text(field, 64)
                .filter(text -> !text.isEmpty() && !text.startsWith("0001-01-01T"))
                .flatMap(text -> time(field, text))
                .map(time -> time.truncatedTo(ChronoUnit.MILLIS));
    }

    private Optional<Instant> time(String field, String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(FIRST) || time.isAfter(LAST)) {
                wrong(field, "lies outside the years 1970 to 9999");
            }
            return Optional.of(time);
        } catch (DateTimeException _) {
            wrong(field, "is not a time as RFC 3339 has it, as in 2026-01-31T12:00:00.000Z");
            return Optional.empty();
        }
    }

    public Optional<Ref> ref(String field) {
        return text(field, 300).filter(text -> !text.isEmpty()).flatMap(text -> ref(field, text));
    }

    private Optional<Ref> ref(String field, String text) {
        try {
            return Optional.of(Ref.parse(text));
        } catch (IllegalArgumentException e) {
            wrong(field, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** An object of texts; numbers and truth values are taken as they are written. */
    public Map<String, String> texts(String field, int mostEntries, int mostCharacters) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(field)
                .ifPresent(inner -> {
                    if (inner.node.size() > mostEntries) {
                        wrong(field, "has more than " + mostEntries + " entries");
                        return;
                    }
                    inner.node
                            .properties()
                            .forEach(each ->
                                    inner.scalar(each.getKey(), mostCharacters)
                                            .ifPresent(text -> texts.put(each.getKey(), text)));
                });
        return texts;
    }

    /** Those of its fields that are plain values, cut where they are long; others are left out. */
    public Map<String, String> scalars() {
        Map<String, String> texts = new LinkedHashMap<>();
        node.properties().stream()
                .filter(each -> each.getValue().isValueNode() && !each.getValue().isNull())
                .filter(each -> !each.getKey().isBlank() && each.getKey().length() <= 100)
                .limit(MOST_SCALARS)
                .forEach(
                        each -> texts.put(clean(each.getKey()), clean(each.getValue().asString())));
        return texts;
    }

    private static String clean(String text) {
        String whole = text.replace('\0', ' ');
        return whole.length() <= MOST_SCALAR ? whole : whole.substring(0, MOST_SCALAR);
    }

    public Optional<String> scalar(String field, int most) {
        if (field.isBlank() || field.length() > 100 || field.indexOf('\0') >= 0) {
            wrong(field, "has a name that is not of 1 to 100 characters");
        }
        JsonNode value = node.path(field);
        return value.isNumber() || value.isBoolean()
                ? Optional.of(value.asString())
                : text(field, most);
    }

    public Optional<Item> object(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            wrong(field, "is not an object");
            return Optional.empty();
        }
        return Optional.of(new Item(value, index, path + field + ".", errors));
    }

    public boolean truth(String field, boolean otherwise) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            wrong(field, "is neither true nor false");
        }
        return value.asBoolean(otherwise);
    }

    /** JSON that stands in a text, in Base64. */
    public Optional<Item> packed(String field) {
        return text(field, Integer.MAX_VALUE).flatMap(text -> unpacked(field, text));
    }

    private Optional<Item> unpacked(String field, String text) {
        try {
            JsonNode value = JsonMapper.shared().readTree(Base64.getDecoder().decode(text));
            return value.isObject()
                    ? Optional.of(new Item(value, index, path + field + ".", errors))
                    : Optional.empty();
        } catch (IllegalArgumentException | JacksonException _) {
            wrong(field, "is not JSON in Base64");
            return Optional.empty();
        }
    }

    /** The objects that stand under names in an object. */
    public Map<String, Item> named(String field, int most) {
        Map<String, Item> items = new LinkedHashMap<>();
        node.path(field).properties().stream()
                .filter(each -> each.getValue().isObject())
                .limit(most)
                .forEach(each ->
                        items.put(
                                clean(each.getKey()),
                                new Item(each.getValue(), index, path + field + ".", errors)));
        return items;
    }

    public List<Item> objects(String field, int most) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray() || value.size() > most) {
            wrong(field, "is not an array of at most " + most + " objects");
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        for (int at = 0; at < value.size(); at++) {
            String place = path + field + "[" + at + "].";
            items.add(new Item(value.get(at), index, place, errors));
        }
        return items;
    }

    /** The texts of an array; what is none is left out. */
    public List<String> words(String field, int most) {
        return node.path(field)
                .valueStream()
                .filter(JsonNode::isString)
                .map(each -> clean(each.stringValue()))
                .limit(most)
                .toList();
    }

    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    public boolean isObject(String field) {
        return node.path(field).isObject();
    }

    /** A misspelt field is better refused than ignored. */
    public void refuseAllBut(Set<String> known) {
        node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(field -> !known.contains(field))
                .forEach(field -> wrong(field, "is not known here; known are " + sorted(known)));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
