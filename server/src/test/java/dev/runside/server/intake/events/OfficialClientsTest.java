package dev.runside.server.intake.events;

import static dev.runside.server.intake.MailCatalog.RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdevents.CDEvents;
import dev.cdevents.events.IncidentDetectedCDEvent;
import dev.cdevents.events.IncidentReportedCDEvent;
import dev.cdevents.events.IncidentResolvedCDEvent;
import dev.cdevents.events.PipelinerunFinishedCDEvent;
import dev.cdevents.events.PipelinerunQueuedCDEvent;
import dev.cdevents.events.ServiceDeployedCDEvent;
import dev.cdevents.events.ServicePublishedCDEvent;
import dev.cdevents.events.ServiceRemovedCDEvent;
import dev.cdevents.events.ServiceRolledbackCDEvent;
import dev.cdevents.events.ServiceUpgradedCDEvent;
import dev.cdevents.events.TaskrunStartedCDEvent;
import dev.cdevents.models.CDEvent;
import dev.runside.core.signal.Signal;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import dev.runside.server.intake.StoredSignals;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Events as the official libraries of CloudEvents and CDEvents make and send them. */
@IntakeTest
class OfficialClientsTest {

    private static final URI PIPELINE = URI.create("/pipelines/mail");
    private static final String ARTIFACT =
            "pkg:oci/relay@sha256%3A0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427";

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;

    private StoredSignals stored;
    private String token;

    @BeforeEach
    void begin() {
        stored = StoredSignals.fromNowOn(server);
        token = sender.source("product:mail");
    }

    @Test
    void binaryStructuredAndBatchSayTheSame() {
        CloudEvent event = cloudEvent(deployed());

        assertThat(binary(event).status()).isEqualTo(202);
        int once = stored.told().size();
        assertThat(structured(event).status()).isEqualTo(202);
        assertThat(batch(event, event).status()).isEqualTo(202);
        assertThat(once).isEqualTo(2);
        assertThat(stored.told()).hasSize(once);

        assertThat(batch(cloudEvent(deployed()), cloudEvent(deployed())).status()).isEqualTo(202);
        assertThat(stored.told()).hasSize(3 * once);
        assertThat(stored.told())
                .allSatisfy(signal -> assertThat(signal.subject()).contains(RELAY));
    }

    @Test
    void theOlderVersionThatTheLibraryOfCdEventsWritesIsRead() {
        CloudEvent old =
                CloudEventBuilder.v03()
                        .withId(sender.unique("event"))
                        .withSource(PIPELINE)
                        .withType("dev.cdevents.service.deployed.0.1.1")
                        .withTime(OffsetDateTime.now())
                        .withDataContentType("application/json")
                        .withData(json(deployed()))
                        .build();

        assertThat(binary(old).status()).isEqualTo(202);
        assertThat(structured(old).status()).isEqualTo(202);
        assertThat(kinds()).containsExactly("change-started", "change-finished");
    }

    @Test
    void whatHappensToAServiceIsAChange() {
        var upgraded = new ServiceUpgradedCDEvent();
        upgraded.setSource(PIPELINE);
        upgraded.setSubjectId("relay");
        upgraded.setSubjectEnvironmentId("production");
        upgraded.setSubjectArtifactId(ARTIFACT);
        var rolledBack = new ServiceRolledbackCDEvent();
        rolledBack.setSource(PIPELINE);
        rolledBack.setSubjectId("relay");
        rolledBack.setSubjectEnvironmentId("production");
        rolledBack.setSubjectArtifactId(ARTIFACT);
        var published = new ServicePublishedCDEvent();
        published.setSource(PIPELINE);
        published.setSubjectId("relay");
        published.setSubjectEnvironmentId("production");
        var removed = new ServiceRemovedCDEvent();
        removed.setSource(PIPELINE);
        removed.setSubjectId("relay");
        removed.setSubjectEnvironmentId("production");
        Stream.of(upgraded, rolledBack, published, removed).forEach(this::bare);

        assertThat(stored.told())
                .extracting(Signal::title)
                .containsExactly(
                        "relay upgraded",
                        "relay upgraded",
                        "relay rolledback",
                        "relay rolledback",
                        "relay published",
                        "relay published",
                        "relay removed");
        assertThat(stored.told().getFirst().attribute("environment")).isEqualTo("production");
        assertThat(stored.told().getLast().attribute("type")).isEqualTo("stop");
    }

    @Test
    void anIncidentElsewhereIsAnAlertUntilItIsResolvedThere() {
        String incident = sender.unique("incident");
        var detected = new IncidentDetectedCDEvent();
        detected.setSource(PIPELINE);
        detected.setSubjectId(incident);
        detected.setSubjectDescription("Mails wait");
        detected.setSubjectEnvironmentId("production");
        detected.setSubjectServiceId("relay");
        var reported = new IncidentReportedCDEvent();
        reported.setSource(PIPELINE);
        reported.setSubjectId(incident);
        reported.setSubjectDescription("Mails wait");
        reported.setSubjectEnvironmentId("production");
        reported.setSubjectServiceId("relay");
        reported.setSubjectTicketURI(URI.create("https://desk.example/17"));
        var resolved = new IncidentResolvedCDEvent();
        resolved.setSource(PIPELINE);
        resolved.setSubjectId(incident);
        resolved.setSubjectDescription("Mails wait");
        resolved.setSubjectEnvironmentId("production");
        resolved.setSubjectServiceId("relay");
        Stream.of(detected, reported, resolved).forEach(this::bare);

        assertThat(stored.told())
                .extracting(signal -> signal.attribute("state"))
                .containsExactly("firing", "firing", "resolved");
        assertThat(stored.told())
                .extracting(Signal::fingerprint)
                .containsOnly(first().fingerprint());
        assertThat(first().kind()).isEqualTo("alert");
        assertThat(first().subject()).contains(RELAY);
        assertThat(first().title()).isEqualTo("Mails wait");
        assertThat(stored.told().get(1).attribute("ticket")).isEqualTo("https://desk.example/17");
    }

    @Test
    void runsThatChangeNothingAreKeptWithHowTheyCameOut() {
        var queued = new PipelinerunQueuedCDEvent();
        queued.setSource(PIPELINE);
        queued.setSubjectId("run-1");
        queued.setSubjectPipelineName("build");
        var finished = new PipelinerunFinishedCDEvent();
        finished.setSource(PIPELINE);
        finished.setSubjectId("run-1");
        finished.setSubjectPipelineName("build");
        finished.setSubjectOutcome("failure");
        finished.setSubjectErrors("two tests failed");
        var task = new TaskrunStartedCDEvent();
        task.setSource(PIPELINE);
        task.setSubjectId("task-1");
        task.setSubjectTaskName("compile");
        Stream.of(queued, finished, task).forEach(this::bare);

        assertThat(kinds()).containsOnly("event").hasSize(3);
        assertThat(stored.told().get(1).attributes())
                .containsEntry("outcome", "failure")
                .containsEntry("errors", "two tests failed")
                .containsEntry("pipelineName", "build");
        assertThat(stored.told().getLast().attribute("taskName")).isEqualTo("compile");
    }

    private static CDEvent deployed() {
        var event = new ServiceDeployedCDEvent();
        event.setSource(PIPELINE);
        event.setSubjectId("relay");
        event.setSubjectEnvironmentId("production");
        event.setSubjectArtifactId(ARTIFACT);
        return event;
    }

    private CloudEvent cloudEvent(CDEvent event) {
        return CloudEventBuilder.v1()
                .withId(sender.unique("event"))
                .withSource(PIPELINE)
                .withType(event.currentCDEventType())
                .withTime(OffsetDateTime.now())
                .withDataContentType("application/json")
                .withData(json(event))
                .build();
    }

    private static byte[] json(CDEvent event) {
        return CDEvents.cdEventAsJson(event).getBytes(StandardCharsets.UTF_8);
    }

    private Answer binary(CloudEvent event) {
        HttpRequest.Builder request = sender.request("/api/v1/events", token);
        HttpMessageFactory.createWriter(
                        request::header, body -> request.POST(BodyPublishers.ofByteArray(body)))
                .writeBinary(event);
        return sender.send(request.build());
    }

    private Answer structured(CloudEvent event) {
        HttpRequest.Builder request = sender.request("/api/v1/events", token);
        HttpMessageFactory.createWriter(
                        request::header, body -> request.POST(BodyPublishers.ofByteArray(body)))
                .writeStructured(event, JsonFormat.CONTENT_TYPE);
        return sender.send(request.build());
    }

    private Answer batch(CloudEvent... events) {
        var format = new JsonFormat();
        String body =
                Stream.of(events)
                        .map(format::serialize)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .collect(Collectors.joining(",", "[", "]"));
        return sender.send(
                sender.request("/api/v1/events", token)
                        .header("Content-Type", "application/cloudevents-batch+json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private void bare(CDEvent event) {
        Answer answer = sender.post("/api/v1/events", token, CDEvents.cdEventAsJson(event));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }

    private Signal first() {
        return stored.told().getFirst();
    }

    private List<String> kinds() {
        return stored.told().stream().map(Signal::kind).toList();
    }
}
