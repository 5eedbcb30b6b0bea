package dev.runside.server.catalog.documented;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.catalog.check.Review;
import dev.runside.server.catalog.check.Whole;
import dev.runside.server.catalog.definition.Definition;
import dev.runside.server.catalog.definition.DefinitionFile;
import dev.runside.server.catalog.definition.DefinitionReader;
import dev.runside.server.catalog.definition.DefinitionReader.Reading;
import dev.runside.server.catalog.definition.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The reference, the schemas and the reader say the same. */
class DocumentedDefinitionsTest {

    private final Schemas schemas = new Schemas();

    @Test
    void theExamplesMakeOneCatalogWithoutAFault() {
        Reading reading = read(Examples.text());

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.definitions()).extracting(Definition::kind).containsAll(kinds());
        assertThat(Review.of(Whole.of(reading.definitions(), Set.of())))
                .isEqualTo(new Review(List.of(), List.of()));
    }

    @Test
    void theExamplesFitTheSchemaOfTheirKindAndTheOneOfAll() {
        for (ObjectNode document : Examples.documents()) {
            assertThat(schemas.faults(Schemas.file(Examples.kind(document)), document)).isEmpty();
            assertThat(schemas.faults("definition.schema.json", document)).isEmpty();
        }
    }

    @Test
    void aSchemaKnowsTheFieldsThatTheReaderKnows() {
        for (Kind kind : kinds()) {
            KnownFields reader = new KnownFields();
            Examples.documents().stream()
                    .filter(document -> Examples.kind(document).equals(kind.title()))
                    .forEach(reader::askFor);

            assertThat(reader.byPlace())
                    .as(kind.title())
                    .isEqualTo(
                            SchemaFields.of(Schemas.of(kind.title()), reader.byPlace().keySet()));
        }
    }

    @Test
    void whatTheReaderRefusesTheSchemaRefusesAndTheOtherWayRound() {
        List<String> disagreements = new ArrayList<>();
        int tried = 0;
        for (ObjectNode document : Examples.documents()) {
            for (Mutation mutation : Mutation.of(document)) {
                boolean byReader =
                        !read(Examples.YAML.writeValueAsString(mutation.document()))
                                .faults()
                                .isEmpty();
                boolean bySchema =
                        !schemas.faults(Schemas.file(Examples.kind(document)), mutation.document())
                                .isEmpty();
                tried++;
                if (byReader != bySchema) {
                    disagreements.add(
                            mutation
                                    + (byReader ? " only the reader" : " only the schema")
                                    + " refuses");
                }
            }
        }

        assertThat(tried).isGreaterThan(300);
        assertThat(new TreeSet<>(disagreements))
                .containsExactly("Indicator without spec.objective: only the reader refuses");
    }

    /** Runside's own; those of OpenSLO are documented there. */
    private static List<Kind> kinds() {
        return Stream.of(Kind.values()).filter(kind -> !kind.isOpenSlo()).toList();
    }

    private static Reading read(String text) {
        return DefinitionReader.read(List.of(new DefinitionFile("definitions.md", text)));
    }
}
