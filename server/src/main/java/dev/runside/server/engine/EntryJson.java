package dev.runside.server.engine;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.runside.core.Ref;
import dev.runside.core.catalog.Action;
import dev.runside.core.estate.Estate;
import dev.runside.core.state.Entry;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Entries as JSON and back. Fields may be added: what a newer version wrote besides is passed over.
 */
final class EntryJson {

    private static final Map<String, Class<? extends Entry>> TYPES =
            Estate.entryTypes().stream()
                    .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, type -> type));

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .addMixIn(Action.class, ByKind.class)
                    .addModule(
                            new SimpleModule("runside")
                                    .addSerializer(new RefWriter())
                                    .addDeserializer(Ref.class, new RefReader()))
                    .build();

    private EntryJson() {}

    static String type(Class<? extends Entry> type) {
        return type.getSimpleName();
    }

    static String write(Entry entry) {
        return MAPPER.writeValueAsString(entry);
    }

    static Entry read(String type, String body) {
        Class<? extends Entry> known = TYPES.get(type);
        if (known == null) {
            throw new IllegalStateException(
                    "the database holds an entry of the unknown type "
                            + type
                            + ": it was written by a newer version");
        }
        return MAPPER.readValue(body, known);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Action.Service.class, name = "service"),
        @JsonSubTypes.Type(value = Action.Command.class, name = "command"),
        @JsonSubTypes.Type(value = Action.Wait.class, name = "wait")
    })
    private interface ByKind {}

    private static final class RefWriter extends StdSerializer<Ref> {
        RefWriter() {
            super(Ref.class);
        }

        @Override
        public void serialize(Ref ref, JsonGenerator out, SerializationContext context) {
            out.writeString(ref.toString());
        }
    }

    private static final class RefReader extends StdDeserializer<Ref> {
        RefReader() {
            super(Ref.class);
        }

        @Override
        public Ref deserialize(JsonParser in, DeserializationContext context) {
            return Ref.parse(in.getString());
        }
    }
}
