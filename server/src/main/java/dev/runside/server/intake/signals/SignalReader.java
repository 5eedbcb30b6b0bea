package dev.runside.server.intake.signals;

import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.mapping.Names;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one signal as Runside itself defines it. */
public final class SignalReader {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** What Runside says of its sources; nobody else says it. */
    private static final String OWN_KIND = "source-state";

    private static final String METRIC = "metric";

    /** The last lines of a job, in which anything may stand. */
    private static final String JOB_OUTPUT = "output";

    private static final Set<String> FIELDS =
            Set.of(
                    "id",
                    "kind",
                    "subject",
                    "time",
                    "severity",
                    "function",
                    "layer",
                    "attributes",
                    "title",
                    "fingerprint");

    private SignalReader() {}

    public static Draft read(Item item) {
        item.refuseAllBut(FIELDS);
        String kind = item.required("kind", 40);
        if (!kind.isEmpty() && !KIND.matcher(kind).matches()) {
            item.wrong("kind", "is not lower case words joined by -, as in process-gone");
        }
        if (kind.equals(OWN_KIND)) {
            item.wrong("kind", "is Runside's own word for what it notices of its sources");
        }
        Map<String, String> attributes = attributes(item);
        if (kind.equals(METRIC)) {
            MetricReader.check(item, attributes);
        }
        attributes.computeIfPresent(JOB_OUTPUT, (_, text) -> Redaction.redacted(text));
        String title = item.text("title", Bounds.TITLE).orElse(kind);
        Draft draft =
                new Draft(
                        item.required("id", Bounds.ID),
                        kind,
                        item.ref("subject"),
                        Names.of(attributes),
                        item.time("time"),
                        oneOf(item, "severity", Severity.values(), Severity.INFO),
                        title,
                        attributes,
                        item.text("fingerprint", Bounds.ID)
                                .orElse(kind.equals("alert") ? title : ""));
        return kind.equals("ticket") ? Redaction.of(draft) : draft;
    }

    private static Map<String, String> attributes(Item item) {
        Map<String, String> attributes =
                new LinkedHashMap<>(item.texts("attributes", Bounds.ATTRIBUTES, Bounds.VALUE));
        if (item.has("function")) {
            Function function = oneOf(item, "function", Function.values(), Function.PLATFORM);
            attributes.put("function", function.name().toLowerCase(Locale.ROOT));
        }
        if (item.has("layer")) {
            Layer layer = oneOf(item, "layer", Layer.values(), Layer.PRODUCT);
            attributes.put("layer", layer.name().toLowerCase(Locale.ROOT));
        }
        return attributes;
    }

    private static <E extends Enum<E>> E oneOf(Item item, String field, E[] values, E usual) {
        return item.text(field, 40)
                .flatMap(text -> {
                    var found =
                            Arrays.stream(values)
                                    .filter(value -> value.name().equalsIgnoreCase(text))
                                    .findFirst();
                    if (found.isEmpty()) {
                        item.wrong(
                                field,
                                "is none of " + Arrays.toString(values).toLowerCase(Locale.ROOT));
                    }
                    return found;
                })
                .orElse(usual);
    }
}
