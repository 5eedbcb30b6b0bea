package dev.runside.server.catalog.definition;

import dev.runside.core.Ref;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads files of definitions. */
public final class DefinitionReader {

    private static final String VERSION = "runside.dev/v1";
    private static final List<String> VERSIONS = List.of(VERSION, OpenSloReader.VERSION);
    private static final Form<String> API_VERSION =
            new Form<>(
                    "a version that is read here",
                    VERSION,
                    VERSION,
                    text -> Optional.of(text).filter(VERSIONS::contains),
                    _ -> "write " + VERSION);

    private final Faults faults = new Faults();
    private final List<Definition> definitions = new ArrayList<>();
    private final Set<Ref> faulty = new LinkedHashSet<>();

    private DefinitionReader() {}

    /**
     * What was read.
     *
     * @param faulty what is defined, but not as it should be; the faults say how
     */
    public record Reading(List<Definition> definitions, Set<Ref> faulty, List<Fault> faults) {}

    public static Reading read(List<DefinitionFile> files) {
        DefinitionReader reader = new DefinitionReader();
        for (DefinitionFile file : files) {
            new YamlFile(file, reader.faults).documents().forEach(reader::read);
        }
        reader.definitions.forEach(definition -> definition.document().settle());
        return new Reading(reader.definitions, reader.faulty, reader.faults.sorted());
    }

    /** On which line each field of one document stands. */
    static Map<String, Integer> lines(DefinitionFile file) {
        DefinitionReader reader = new DefinitionReader();
        Map<String, Integer> lines = new HashMap<>();
        for (Composed composed : new YamlFile(file, reader.faults).documents()) {
            reader.read(composed);
            lines.putAll(composed.document().lines());
        }
        return lines;
    }

    private void read(Composed composed) {
        int before = faults.count();
        Document document = composed.document();
        Fields fields = Fields.of(composed, faults);
        String version = fields.read("apiVersion", API_VERSION);
        Optional<Kind> kind = Kind.find(fields.read("kind", kindName(version)));
        Fields metadata = fields.fields("metadata", "{name: …}");
        boolean named = metadata.has("name");
        String name = metadata.read("name", nameForm(kind));
        kind.ifPresent(known -> {
            Object content =
                    content(version, new Outline(known, name, document.digest(), metadata, fields));
            metadata.noOthers();
            fields.noOthers();
            if (faults.count() == before) {
                definitions.add(new Definition(known, name, document, content));
            } else if (named) {
                faulty.add(known.ref(name));
            }
        });
    }

    /** Others name what they refer to in ways of their own. */
    private static Form<String> nameForm(Optional<Kind> kind) {
        return kind.filter(known -> known.isOpenSlo() && known != Kind.SLO).isPresent()
                ? OpenSloReader.NAME
                : Texts.NAME;
    }

    private static Object content(String version, Outline outline) {
        return version.equals(OpenSloReader.VERSION)
                ? OpenSloReader.read(outline.kind(), outline)
                : content(outline);
    }

    private static Object content(Outline outline) {
        return switch (outline.kind()) {
            case PERSON -> PersonReader.read(outline);
            case PRODUCT -> ProductReader.read(outline);
            case SYSTEM -> SystemReader.read(outline);
            case FLOW -> FlowReader.read(outline);
            case AGENT -> AgentReader.read(outline);
            case CHARTER -> CharterReader.read(outline);
            case INDICATOR -> IndicatorReader.read(outline);
            case RUNBOOK -> RunbookReader.read(outline);
            case DATA_SOURCE -> DataSourceReader.read(outline);
            case SERVICE, SLI, SLO, ALERT_POLICY, ALERT_CONDITION, ALERT_TARGET ->
                    throw new IllegalStateException(outline.kind() + " is OpenSLO's");
        };
    }

    private static Form<String> kindName(String version) {
        return new Form<>(
                version.equals(VERSION) ? "a kind" : "a kind of OpenSLO's",
                version.equals(VERSION) ? "Product" : "SLO",
                "",
                title -> Kind.find(title).filter(kind -> kind.isOf(version)).map(Kind::title),
                title -> Spelling.insteadOf(title, titles(version)));
    }

    private static List<String> titles(String version) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.isOf(version))
                .map(Kind::title)
                .toList();
    }
}
