package dev.runside.server.intake.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.TestItems;
import dev.runside.server.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    /** After the shape of the samples of the CDEvents specification, 0.4. */
    private static final String SERVICE =
            """
            {"context":{"version":"0.4.1","id":"event-1","source":"/pipelines/mail","type":"dev.cdevents.service.%s.0.2.0",
                        "timestamp":"2026-01-31T12:00:00Z"},
             "subject":{"id":"/production/relay","source":"/pipelines/mail","type":"service",
                        "content":{"environment":{"id":"production"},"artifactId":"pkg:oci/mail-relay@sha256%%3A0b31b1"}}
             %s}
            """;

    private static final String RUN =
            """
            {"context":{"version":"0.4.1","id":"%s","source":"/pipelines/mail","type":"dev.cdevents.%s.0.2.0",
                        "timestamp":"2026-01-31T12:00:00Z"},
             "subject":{"id":"/runs/17","type":"pipelineRun","content":{"pipelineName":"relay","outcome":"success"}}
             %s}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"deployed", "upgraded", "rolledback"})
    void aDeployedServiceIsAChangeThatBeganAndEnded(String predicate) {
        List<Draft> drafts = bare(SERVICE.formatted(predicate, ""));

        assertThat(drafts)
                .extracting(Draft::kind)
                .containsExactly("change-started", "change-finished");
        assertThat(drafts).extracting(Draft::id).doesNotHaveDuplicates();
        assertThat(drafts)
                .allSatisfy(draft -> {
                    assertThat(draft.names())
                            .containsExactly("/production/relay", "relay", "mail-relay");
                    assertThat(draft.attributes())
                            .containsEntry("type", "deploy")
                            .containsEntry("change", "event-1")
                            .containsEntry("environment", "production")
                            .containsEntry("version", "pkg:oci/mail-relay@sha256%3A0b31b1");
                });
    }

    @Test
    void aRemovedServiceIsAStopThatBegins() {
        List<Draft> drafts = bare(SERVICE.formatted("removed", ""));

        assertThat(drafts).extracting(Draft::kind).containsExactly("change-started");
        assertThat(drafts.getFirst().attributes()).containsEntry("type", "stop");
    }

    @Test
    void customDataSaysMoreThanTheSpecificationHasRoomFor() {
        Draft draft =
                bare(SERVICE.formatted(
                                "deployed",
                                ",\"customData\":{\"subject\":\"hop:mail/relay\",\"type\":\"schema\",\"summary\":\"drops a column\",\"by\":\"user:ada\",\"forSeconds\":30}"))
                        .getFirst();

        assertThat(draft.subject())
                .hasValueSatisfying(ref -> assertThat(ref).hasToString("hop:mail/relay"));
        assertThat(draft.title()).isEqualTo("drops a column");
        assertThat(draft.attributes())
                .containsEntry("type", "schema")
                .containsEntry("by", "user:ada")
                .containsEntry("forSeconds", "30");
    }

    @Test
    void aRunThatSaysWhatItChangesIsAChangeFromStartToFinish() {
        String custom = ",\"customData\":{\"type\":\"deploy\",\"subject\":\"hop:mail/relay\"}";
        Draft started = bare(RUN.formatted("e1", "pipelinerun.started", custom)).getFirst();
        Draft finished = bare(RUN.formatted("e2", "pipelinerun.finished", custom)).getFirst();

        assertThat(started.kind()).isEqualTo("change-started");
        assertThat(finished.kind()).isEqualTo("change-finished");
        assertThat(started.attributes().get("change"))
                .isEqualTo(finished.attributes().get("change"));
        assertThat(finished.attributes()).containsEntry("outcome", "success");
    }

    @Test
    void aRunThatOnlyBuildsAndTestsIsNoChange() {
        assertThat(bare(RUN.formatted("e1", "taskrun.started", "")))
                .extracting(Draft::kind)
                .containsExactly("event");
    }

    @Test
    void aCdEventMayComeInsideACloudEvent() {
        String inside = SERVICE.formatted("deployed", "");
        String packed = Base64.getEncoder().encodeToString(inside.getBytes(StandardCharsets.UTF_8));

        for (String data : List.of("\"data\":" + inside, "\"data_base64\":\"" + packed + "\"")) {
            assertThat(structured(cloudEvent("dev.cdevents.service.deployed.0.2.0", data)))
                    .extracting(Draft::kind)
                    .containsExactly("change-started", "change-finished");
        }
    }

    @Test
    void anyOtherCloudEventIsKeptWithItsSubject() {
        Draft draft =
                structured(cloudEvent("org.example.thing", "\"subject\":\"hop:mail/relay\""))
                        .getFirst();

        assertThat(draft.kind()).isEqualTo("event");
        assertThat(draft.subject()).isPresent();
        assertThat(draft.attributes()).containsEntry("type", "org.example.thing");
    }

    @Test
    void aCloudEventWithoutItsContextIsRefusedByField() {
        Problem problem =
                assertThatExceptionOfType(Problem.class)
                        .isThrownBy(() -> structured("{\"specversion\":\"0.2\",\"id\":\"1\"}"))
                        .actual();

        assertThat(problem.errors())
                .extracting("field")
                .containsExactlyInAnyOrder("specversion", "source", "type");
    }

    private static String cloudEvent(String type, String more) {
        return "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"%s\",%s}"
                .formatted(type, more);
    }

    private static List<Draft> bare(String body) {
        return TestItems.create()
                .read(body.getBytes(StandardCharsets.UTF_8), EventReader::readBare)
                .getFirst();
    }

    private static List<Draft> structured(String body) {
        return TestItems.create()
                .read(body.getBytes(StandardCharsets.UTF_8), EventReader::read)
                .getFirst();
    }
}
