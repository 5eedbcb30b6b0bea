package dev.runside.server.catalog.definition;

import dev.runside.server.catalog.definition.DefinitionReader.Reading;
import java.util.List;

/** Texts of definitions for tests, read. */
public final class Yaml {

    private Yaml() {}

    public static Reading read(String text) {
        return DefinitionReader.read(List.of(new DefinitionFile("mail.yaml", text)));
    }

    /** Each fault as one sentence. */
    static List<String> faults(String text) {
        return read(text).faults().stream().map(Fault::sentence).toList();
    }

    /** What the only definition says, as the record of its type. */
    static <T> T only(Class<T> type, String text) {
        Reading reading = read(text);
        if (!reading.faults().isEmpty()) {
            throw new AssertionError(reading.faults());
        }
        return type.cast(reading.definitions().getFirst().content());
    }

    /** A document of a kind, its specification as one line. */
    static String of(String kind, String spec) {
        return """
        apiVersion: runside.dev/v1
        kind: %s
        metadata: {name: one}
        spec: %s
        """
                .formatted(kind, spec);
    }
}
