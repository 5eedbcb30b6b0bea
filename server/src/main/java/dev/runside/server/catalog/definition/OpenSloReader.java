package dev.runside.server.catalog.definition;

import dev.runside.core.Ref;
import dev.runside.core.catalog.DataSource;
import java.net.URI;
import java.util.Optional;

/** Reads documents of {@code openslo/v1}. Labels and descriptions are for people. */
final class OpenSloReader {

    static final String VERSION = "openslo/v1";
    static final Form<String> NAME = Texts.SERVICE;

    private static final Form<Ref> SUBJECT = Form.ref("hop", "product", "system", "flow", "agent");
    private static final Form<String> PROMETHEUS =
            new Form<>(
                    "a type that is asked here",
                    "Prometheus",
                    "Prometheus",
                    text -> Optional.of(text).filter("prometheus"::equalsIgnoreCase),
                    _ -> "write Prometheus; metrics of others come in by OpenTelemetry");

    private OpenSloReader() {}

    static Object read(Kind kind, Outline outline) {
        String title = outline.metadata().readOr("displayName", Texts.LINE, outline.name());
        outline.metadata().ignore("labels");
        Fields annotations = annotations(outline);
        Fields spec = outline.spec();
        spec.ignore("description");
        Object content =
                switch (kind) {
                    case SERVICE ->
                            new OpenSlo.Service(
                                    outline.name(),
                                    annotations.readIfAny("runside.dev/subject", SUBJECT));
                    case DATA_SOURCE -> source(outline, spec, annotations);
                    case SLI -> SliReader.read(spec);
                    case SLO -> SloReader.read(outline.name(), title, spec);
                    case ALERT_POLICY -> AlertReader.policy(spec);
                    case ALERT_CONDITION -> AlertReader.condition(spec);
                    case ALERT_TARGET -> target(spec);
                    default -> throw new IllegalStateException(kind + " is not OpenSLO's");
                };
        spec.noOthers();
        return content;
    }

    private static Fields annotations(Outline outline) {
        return outline.metadata()
                .fieldsIfAny("annotations")
                .orElseGet(() -> outline.metadata().none());
    }

    private static DataSource source(Outline outline, Fields spec, Fields annotations) {
        type(spec);
        Fields connection = spec.fields("connectionDetails", "{url: http://127.0.0.1:9090}");
        URI url = connection.read("url", DataSourceReader.URL);
        connection.noOthers();
        Optional<String> token = annotations.readIfAny("runside.dev/token", Texts.NAME);
        return DataSourceReader.of(outline, connection, url, token);
    }

    /** Of a data source or of a metric's. */
    static void type(Fields fields) {
        fields.readOr("type", PROMETHEUS, "Prometheus");
    }

    private static OpenSlo.Target target(Fields spec) {
        spec.ignore("target");
        return new OpenSlo.Target();
    }
}
