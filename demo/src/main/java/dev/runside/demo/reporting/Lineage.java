package dev.runside.demo.reporting;

import dev.runside.demo.service.Intake;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says what each run reads and writes, as OpenLineage events with schema facets. */
final class Lineage {

    private static final String PRODUCER = "https://runside.dev/demo/reporting";
    private static final String EVENT =
            "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";
    private static final String SCHEMA =
            "https://openlineage.io/spec/facets/1-1-1/SchemaDatasetFacet.json";
    private static final String ERROR =
            "https://openlineage.io/spec/facets/1-0-1/ErrorMessageRunFacet.json";

    private final Intake intake;
    private final String namespace;

    Lineage(Intake intake, String namespace) {
        this.intake = intake;
        this.namespace = namespace;
    }

    void started(UUID run, List<Column> input) {
        tell("START", run, Map.of(), List.of(dataset("orders", input)), List.of());
    }

    void completed(UUID run, List<Column> input, List<Column> output) {
        tell(
                "COMPLETE",
                run,
                Map.of(),
                List.of(dataset("orders", input)),
                List.of(dataset("orders_daily", output)));
    }

    void failed(UUID run, List<Column> input, String message) {
        Map<String, Object> error =
                Map.of(
                        "_producer", PRODUCER,
                        "_schemaURL", ERROR,
                        "message", message,
                        "programmingLanguage", "SQL");
        tell(
                "FAIL",
                run,
                Map.of("errorMessage", error),
                List.of(dataset("orders", input)),
                List.of());
    }

    private void tell(
            String type, UUID run, Map<String, Object> facets, List<?> inputs, List<?> outputs) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventType", type);
        event.put("eventTime", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        event.put("run", Map.of("runId", run.toString(), "facets", facets));
        event.put("job", Map.of("namespace", "reporting", "name", "pipeline"));
        event.put("inputs", inputs);
        event.put("outputs", outputs);
        event.put("producer", PRODUCER);
        event.put("schemaURL", EVENT);
        intake.tell("/api/v1/lineage", event);
    }

    /** Without columns, which an absent database cannot tell, the facet is left out. */
    private Map<String, Object> dataset(String name, List<Column> columns) {
        Map<String, Object> schema =
                Map.of(
                        "_producer", PRODUCER,
                        "_schemaURL", SCHEMA,
                        "fields", columns.stream().map(Column::json).toList());
        return Map.of(
                "namespace", namespace,
                "name", name,
                "facets", columns.isEmpty() ? Map.of() : Map.of("schema", schema));
    }
}
