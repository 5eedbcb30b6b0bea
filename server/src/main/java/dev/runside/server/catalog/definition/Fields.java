package dev.runside.server.catalog.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The fields of one mapping, asked for by name. A fault is noted and a stand-in returned, so that
 * reading goes on to the next one; what was read is only used where no fault was noted.
 */
final class Fields {

    private static final int MOST_ITEMS = 500;

    private final Document document;
    private final String path;
    private final Faults faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private Fields(Document document, String path, Faults faults) {
        this.document = document;
        this.path = path;
        this.faults = faults;
    }

    static Fields of(Composed composed, Faults faults) {
        return new Fields(composed.document(), "", faults).filledFrom(composed.root());
    }

    /** A value that must be there. */
    <T> T read(String name, Form<T> form) {
        if (!values.containsKey(name)) {
            asked.add(name);
            fault(name, "is missing", "add " + name + ": " + form.example());
        }
        return readIfAny(name, form).orElse(form.standIn());
    }

    <T> T readOr(String name, Form<T> form, T otherwise) {
        return readIfAny(name, form).orElse(otherwise);
    }

    <T> Optional<T> readIfAny(String name, Form<T> form) {
        return find(name).map(value -> parse(pathOf(name), value, form));
    }

    /** The values of a list; none where the list is not there. */
    <T> List<T> readAll(String name, Form<T> form) {
        List<T> all = new ArrayList<>();
        for (Node item : items(name)) {
            all.add(parse(itemPath(name, all.size(), item), item, form));
        }
        return all;
    }

    /** Values under names that are the writer's own. */
    <T> Map<String, T> readMap(String name, Form<T> form) {
        Map<String, T> all = new LinkedHashMap<>();
        fieldsIfAny(name)
                .ifPresent(fields ->
                        fields.values
                                .keySet()
                                .forEach(key -> all.put(key, fields.read(key, form))));
        return all;
    }

    Fields fields(String name, String example) {
        if (!values.containsKey(name)) {
            fault(name, "is missing", "add " + name + ": " + example);
        }
        return fieldsIfAny(name).orElseGet(() -> below(pathOf(name), new Faults()));
    }

    Optional<Fields> fieldsIfAny(String name) {
        return find(name).map(node -> below(pathOf(name), faults).filledFrom(node));
    }

    /** The items of a list, each with fields of its own; none where the list is not there. */
    List<Fields> list(String name) {
        List<Fields> all = new ArrayList<>();
        for (Node item : items(name)) {
            all.add(below(itemPath(name, all.size(), item), faults).filledFrom(item));
        }
        return all;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The first of these that is there, which must be the only one. */
    String oneOf(List<String> names) {
        asked.addAll(names);
        List<String> present = names.stream().filter(values::containsKey).toList();
        if (present.size() != 1) {
            String found = present.isEmpty() ? "none" : String.join(", ", present);
            String choice = String.join(", ", names);
            faults.add(
                    document.fault(
                            path, "needs one of " + choice + "; has " + found, "keep exactly one"));
        }
        return present.isEmpty() ? "" : present.getFirst();
    }

    /** They may be there, and say nothing here. */
    void ignore(String... names) {
        asked.addAll(List.of(names));
    }

    /** As if there were no field. */
    Fields none() {
        return below(path, new Faults());
    }

    /** Where a field stands, or would. */
    String place(String name) {
        return pathOf(name);
    }

    void fault(String name, String detail, String fix) {
        faults.add(document.fault(pathOf(name), detail, fix));
    }

    /** Called last: what was not asked for has no meaning here. */
    void noOthers() {
        values.keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> fault(name, "is no field here", Spelling.insteadOf(name, asked)));
    }

    private Fields below(String at, Faults into) {
        return new Fields(document, at, into);
    }

    private Fields filledFrom(Node node) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::put);
            return this;
        }
        faults.add(document.fault(path, "holds no fields", "write {name: value} under it"));
        return below(path, new Faults());
    }

    private void put(NodeTuple field) {
        if (!(field.getKeyNode() instanceof ScalarNode key)) {
            faults.add(document.fault(path, "has a field without a name", "write name: value"));
            return;
        }
        document.found(pathOf(key.getValue()), key);
        if (values.putIfAbsent(key.getValue(), field.getValueNode()) != null) {
            fault(key.getValue(), "stands here twice", "keep one of them");
        }
    }

    private Optional<Node> find(String name) {
        asked.add(name);
        Optional<Node> value = Optional.ofNullable(values.get(name));
        if (value.filter(node -> node.getTag().equals(Tag.NULL)).isPresent()) {
            fault(name, "is empty", "write a value or leave the field out");
            return Optional.empty();
        }
        return value;
    }

    private List<Node> items(String name) {
        Optional<Node> value = find(name);
        if (value.isPresent() && value.get() instanceof SequenceNode sequence) {
            if (sequence.getValue().size() > MOST_ITEMS) {
                fault(name, "has more than " + MOST_ITEMS + " items", "split it");
            }
            return sequence.getValue();
        }
        value.ifPresent(_ -> fault(name, "is not a list", "write [one, two]"));
        return List.of();
    }

    private <T> T parse(String at, Node value, Form<T> form) {
        if (!(value instanceof ScalarNode scalar)) {
            faults.add(
                    document.fault(
                            at,
                            "must be one value: " + form.what(),
                            "write it as in " + form.example()));
            return form.standIn();
        }
        return form.find(scalar.getValue())
                .orElseGet(() -> {
                    String detail = "'" + shown(scalar) + "' is not " + form.what();
                    faults.add(document.fault(at, detail, form.fix().apply(scalar.getValue())));
                    return form.standIn();
                });
    }

    private static String shown(ScalarNode scalar) {
        String text = scalar.getValue().replaceAll("\\s+", " ");
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private String pathOf(String name) {
        if (name.isEmpty()) {
            return path;
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    private String itemPath(String name, int index, Node item) {
        String at = pathOf(name) + "[" + index + "]";
        document.found(at, item);
        return at;
    }
}
