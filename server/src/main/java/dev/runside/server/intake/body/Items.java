package dev.runside.server.intake.body;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.ItemError;
import dev.runside.server.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a body that is one JSON object or an array of them. */
@Component
public class Items {

    public static final int MOST = 10_000;
    private static final int MOST_ERRORS = 100;

    private final JsonMapper json;

    public Items(JsonMapper json) {
        this.json = json;
    }

    /** All items read, or a problem that names what is wrong with which. */
    public <T> List<T> read(byte[] body, Function<Item, T> reader) {
        refuseTooManyParts(body);
        List<ItemError> errors = new ArrayList<>();
        List<T> items = new ArrayList<>();
        try (JsonParser parser = json.createParser(body)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    take(parser, reader, items, errors);
                }
            } else {
                take(parser, reader, items, errors);
            }
            if (parser.nextToken() != null) {
                throw malformed("something follows after its end");
            }
        } catch (JacksonException e) {
            throw malformed(JsonPlace.of(e));
        }
        refuse(errors);
        return items;
    }

    /** The first item, of a body that has one. */
    public <T> T first(byte[] body, Function<Item, T> reader) {
        return read(body, reader).stream()
                .findFirst()
                .orElseThrow(() -> malformed("it is an array without an object"));
    }

    /** One item that did not come as JSON. */
    public <T> T read(ObjectNode node, Function<Item, T> reader) {
        List<ItemError> errors = new ArrayList<>();
        T read = reader.apply(new Item(node, 0, "", errors));
        refuse(errors);
        return read;
    }

    /** Reads JSON that stands within something else. */
    public JsonNode tree(byte[] text) {
        refuseTooManyParts(text);
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            throw malformed(JsonPlace.of(e));
        }
    }

    public ObjectNode object() {
        return json.createObjectNode();
    }

    private static <T> void take(
            JsonParser parser, Function<Item, T> reader, List<T> items, List<ItemError> errors) {
        if (items.size() == MOST) {
            throw Problem.of(ErrorCode.TOO_LARGE, "A batch may have at most " + MOST + " items.");
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw malformed("it must be an object, or an array of objects");
        }
        JsonNode node = parser.readValueAsTree();
        var item = new Item(node, items.size(), "", errors);
        items.add(reader.apply(item));
        if (errors.size() >= MOST_ERRORS) {
            refuse(errors);
        }
    }

    private static void refuse(List<ItemError> errors) {
        if (!errors.isEmpty()) {
            ItemError first = errors.getFirst();
            throw Problem.of(
                    ErrorCode.INVALID_INPUT,
                    "Item %d: %s %s; nothing of the request is stored."
                            .formatted(first.index(), first.field(), first.detail()),
                    errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
        }
    }

    private static void refuseTooManyParts(byte[] body) {
        if (JsonParts.tooManyIn(body)) {
            throw Problem.of(
                    ErrorCode.TOO_LARGE, "A body may have at most " + JsonParts.MOST + " parts.");
        }
    }

    private static Problem malformed(String why) {
        return Problem.of(
                ErrorCode.MALFORMED_BODY, "The body is not as this path takes it: " + why);
    }
}
