package dev.runside.server.catalog.documented;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published JSON Schemas. */
final class Schemas {

    private static final String PLACE = "https://schemas.test/";

    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemas(iri -> text(iri.substring(PLACE.length()))));

    static String file(String kind) {
        return kind.toLowerCase(Locale.ROOT) + ".schema.json";
    }

    /** The schema itself. */
    static JsonNode of(String kind) {
        return JsonMapper.shared().readTree(text(file(kind)));
    }

    /** What is wrong with a document by one of the schema files. */
    List<String> faults(String file, JsonNode document) {
        Schema schema = registry.getSchema(SchemaLocation.of(PLACE + file));
        return schema.validate(document).stream().map(Object::toString).toList();
    }

    private static String text(String file) {
        try {
            return Files.readString(Examples.reference().resolve("schemas").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
