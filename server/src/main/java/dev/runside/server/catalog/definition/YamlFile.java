package dev.runside.server.catalog.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Takes a file apart into its documents. What is not plain YAML of bounded size is refused. */
final class YamlFile {

    static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setSchema(new CoreSchema())
                    .setCodePointLimit(DefinitionFile.LONGEST)
                    .setMaxAliasesForCollections(0)
                    .setAllowRecursiveKeys(false)
                    .build();

    private final DefinitionFile file;
    private final Faults faults;

    YamlFile(DefinitionFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Its documents without the empty ones; none where a fault was found. */
    List<Composed> documents() {
        if (file.text().length() > DefinitionFile.LONGEST) {
            fault(file.firstLine(), "the file is longer than 1 MiB", "split it into several files");
            return List.of();
        }
        try {
            YamlPlainness plainness = new YamlPlainness(file, faults);
            return plainness.holds() ? compose(plainness.starts()) : List.of();
        } catch (MarkedYamlEngineException notYaml) {
            fault(line(notYaml), "is not YAML: " + oneLine(notYaml), "correct this line");
        } catch (YamlEngineException notYaml) {
            fault(file.firstLine(), "is not YAML: " + notYaml.getMessage(), "correct the file");
        }
        return List.of();
    }

    private List<Composed> compose(List<Integer> starts) {
        List<Composed> documents = new ArrayList<>();
        String[] lines = file.text().split("\n", -1);
        int at = 0;
        for (Node root : new Compose(SETTINGS).composeAllFromString(file.text())) {
            int from = starts.get(at++);
            int until = at < starts.size() ? starts.get(at) : lines.length;
            if (!root.getTag().equals(Tag.NULL)) {
                documents.add(document(lines, from, until));
            }
        }
        return documents;
    }

    /** Read again by itself, as it will be when it comes back from where it is kept. */
    private Composed document(String[] lines, int from, int until) {
        String text =
                String.join("\n", Arrays.asList(lines).subList(from, until)).stripTrailing() + "\n";
        Node root = new Compose(SETTINGS).composeString(text).orElseThrow();
        var part = new DefinitionFile(file.name(), text, file.firstLine() + from);
        return new Composed(new Document(part, root), root);
    }

    private int line(MarkedYamlEngineException problem) {
        Optional<Mark> mark = problem.getProblemMark().or(problem::getContextMark);
        return file.firstLine() + mark.map(Mark::getLine).orElse(0);
    }

    private static String oneLine(MarkedYamlEngineException problem) {
        return String.valueOf(problem.getProblem()).replaceAll("\\s+", " ");
    }

    private void fault(int line, String detail, String fix) {
        faults.add(new Fault(file.name(), line, "", detail, fix));
    }
}
