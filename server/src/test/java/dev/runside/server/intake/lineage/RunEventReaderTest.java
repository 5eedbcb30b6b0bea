package dev.runside.server.intake.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.TestItems;
import dev.runside.server.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunEventReaderTest {

    private static final String EVENT =
            """
            {"eventType":"%s","eventTime":"2026-01-31T12:00:00.123Z","producer":"https://producer.example",
             "schemaURL":"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent",
             "run":{"runId":"0199a1b2-0000-7000-8000-000000000001","facets":{%s}},
             "job":{"namespace":"stats","name":"rollup.count"},
             "inputs":[%s],"outputs":[%s]}
            """;

    private static final String MAILS =
            """
            {"namespace":"postgres://mail-db","name":"mails","facets":{"schema":{"_producer":"p","_schemaURL":"s",
             "fields":[{"name":"id","type":"bigint"},{"name":"price","type":"decimal(10,2)"},
                       {"name":"sender","type":"struct","fields":[{"name":"name","type":"text"}]}]}}}
            """;

    @Test
    void aRunSaysWhatItReadsAndWrites() {
        Draft draft = read(event("START", "", MAILS, MAILS.replace("mails", "daily")));

        assertThat(draft.kind()).isEqualTo("data-run");
        assertThat(draft.time()).contains(Instant.parse("2026-01-31T12:00:00.123Z"));
        assertThat(draft.names()).containsExactly("rollup.count", "rollup", "stats");
        assertThat(draft.attributes())
                .containsEntry("state", "START")
                .containsEntry("job", "rollup.count")
                .containsEntry(
                        "input.mails",
                        "id:bigint,price:decimal(10;2),sender:struct,sender.name:text")
                .containsEntry(
                        "output.daily",
                        "id:bigint,price:decimal(10;2),sender:struct,sender.name:text");
    }

    @Test
    void aFailedRunSaysWhy() {
        Draft draft =
                read(
                        event(
                                "FAIL",
                                "\"errorMessage\":{\"message\":\"column price does not exist\"}",
                                MAILS,
                                ""));

        assertThat(draft.attributes()).containsEntry("message", "column price does not exist");
    }

    @Test
    void aDataSetOfUnknownShapeIsNotOneWithoutColumns() {
        Draft draft =
                read(
                        event(
                                "START",
                                "",
                                "{\"namespace\":\"n\",\"name\":\"plain\"},{\"namespace\":\"n\",\"name\":\"empty\",\"facets\":{\"schema\":{\"fields\":[]}}}",
                                ""));

        assertThat(draft.attributes().keySet()).noneMatch(name -> name.startsWith("input."));
    }

    @Test
    void aDataSetWithMoreColumnsThanAreKeptIsLeftOutAndNamed() {
        String fields =
                "{\"name\":\"%s\",\"type\":\"text\"},".formatted("c".repeat(400)).repeat(200);
        Draft draft =
                read(
                        event(
                                "START",
                                "",
                                "{\"namespace\":\"n\",\"name\":\"wide\",\"facets\":{\"schema\":{\"fields\":[%s]}}}"
                                        .formatted(fields.substring(0, fields.length() - 1)),
                                ""));

        assertThat(draft.attributes())
                .containsEntry("omitted", "input.wide")
                .doesNotContainKey("input.wide");
    }

    @Test
    void theSameEventIsTheSameOccurrenceAndALaterOneIsNot() {
        String first = event("RUNNING", "", "", "");

        assertThat(read(first).id()).isEqualTo(read(first).id());
        assertThat(read(first).id()).isNotEqualTo(read(first.replace(".123Z", ".124Z")).id());
        assertThat(read(first).id()).isNotEqualTo(read(event("COMPLETE", "", "", "")).id());
    }

    @Test
    void aFacetMayNameTheSubject() {
        assertThat(
                        read(event(
                                        "START",
                                        "\"runside\":{\"subject\":\"hop:stats/rollup\"}",
                                        "",
                                        ""))
                                .subject())
                .hasValueSatisfying(ref -> assertThat(ref).hasToString("hop:stats/rollup"));
    }

    @Test
    void whatIsMissingIsNamed() {
        Problem problem =
                assertThatExceptionOfType(Problem.class)
                        .isThrownBy(
                                () -> read("{\"eventType\":\"BEGIN\",\"job\":{\"name\":\"x\"}}"))
                        .actual();

        assertThat(problem.errors())
                .extracting("field")
                .containsExactlyInAnyOrder("eventType", "eventTime", "run", "job.namespace");
    }

    private static String event(String state, String facets, String inputs, String outputs) {
        return EVENT.formatted(state, facets, inputs, outputs);
    }

    private static Draft read(String event) {
        return TestItems.create()
                .read(event.getBytes(StandardCharsets.UTF_8), RunEventReader::read)
                .getFirst();
    }
}
