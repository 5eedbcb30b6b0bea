package dev.runside.server.intake.lineage;

import static dev.runside.server.intake.MailCatalog.DB;
import static dev.runside.server.intake.MailCatalog.ROLLUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.StoredSignals;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.DataQualityAssertionsDatasetFacetAssertions;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineage.RunFacets;
import io.openlineage.client.OpenLineageClient;
import io.openlineage.client.transports.ApiKeyTokenProvider;
import io.openlineage.client.transports.HttpConfig;
import io.openlineage.client.transports.HttpTransport;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Events as OpenLineage's own library for Java makes and sends them. */
@IntakeTest
class OfficialClientTest {

    private final OpenLineage lineage = new OpenLineage(URI.create("https://p.example"));

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;

    private StoredSignals stored;
    private OpenLineageClient client;

    @BeforeEach
    void begin() {
        stored = StoredSignals.fromNowOn(server);
        var key = new ApiKeyTokenProvider();
        key.setApiKey(sender.source("*"));
        var config = new HttpConfig();
        config.setUrl(sender.uri(""));
        config.setAuth(key);
        client = new OpenLineageClient(new HttpTransport(config));
    }

    @Test
    void whatARunReadsAndWritesIsKept() {
        client.emit(event(EventType.COMPLETE, none(), List.of(input()), List.of(output())));

        Signal run = stored.told().getFirst();
        assertThat(run.subject()).contains(ROLLUP);
        assertThat(run.attributes())
                .containsEntry("state", "COMPLETE")
                .containsEntry("input.public.mails", "id:bigint,size:int")
                .containsEntry("output.daily", "total:bigint")
                .containsEntry("lineage.daily", "total<public.mails.id+public.mails.size")
                .containsEntry("quality.public.mails", "rowCount=17,bytes=1024,nullCount(size)=2");
    }

    @Test
    void aFailedRunSaysWhy() {
        RunFacets failed =
                lineage.newRunFacetsBuilder()
                        .errorMessage(
                                lineage.newErrorMessageRunFacet("no column size", "JAVA", "at …"))
                        .build();
        client.emit(event(EventType.FAIL, failed, List.of(input()), List.of()));

        assertThat(stored.told().getFirst().attribute("message")).isEqualTo("no column size");
    }

    @Test
    void anAssertionThatDoesNotHoldIsAnAlertAboutTheDataSetsHopUntilItHolds() {
        client.emit(
                event(EventType.COMPLETE, none(), List.of(asserted(false, "error")), List.of()));
        client.emit(event(EventType.COMPLETE, none(), List.of(asserted(true, "error")), List.of()));

        List<Signal> alerts = alerts();
        assertThat(alerts)
                .extracting(signal -> signal.attribute("state"))
                .containsExactly("firing", "resolved");
        assertThat(alerts)
                .extracting(Signal::fingerprint)
                .containsOnly(alerts.getFirst().fingerprint());
        assertThat(alerts.getFirst().subject()).contains(DB);
        assertThat(alerts.getFirst().title())
                .isEqualTo("not_null does not hold for public.mails.size");
        assertThat(alerts.getFirst().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alerts.getFirst().attributes())
                .containsEntry("dataset", "public.mails")
                .containsEntry("column", "size")
                .containsEntry("actual", "2");
    }

    @Test
    void anAssertionThatOnlyWarnsIsAWarning() {
        client.emit(event(EventType.COMPLETE, none(), List.of(asserted(false, "warn")), List.of()));

        assertThat(alerts()).extracting(Signal::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void whatAJobReadsAndWritesIsKeptWithoutARun() {
        client.emit(
                lineage.newJobEventBuilder()
                        .eventTime(ZonedDateTime.now())
                        .job(lineage.newJob("night", "rollup", null))
                        .inputs(List.of(input()))
                        .outputs(List.of(output()))
                        .build());

        assertThat(stored.told())
                .singleElement()
                .satisfies(job -> {
                    assertThat(job.kind()).isEqualTo("data-job");
                    assertThat(job.subject()).contains(ROLLUP);
                    assertThat(job.attributes())
                            .doesNotContainKeys("state", "run")
                            .containsEntry("job", "rollup")
                            .containsEntry("input.public.mails", "id:bigint,size:int")
                            .containsEntry("output.daily", "total:bigint")
                            .containsEntry(
                                    "lineage.daily", "total<public.mails.id+public.mails.size");
                });
    }

    @Test
    void whatADataSetLooksLikeIsKeptUnderItsOwnHop() {
        client.emit(
                lineage.newDatasetEventBuilder()
                        .eventTime(ZonedDateTime.now())
                        .dataset(
                                lineage.newStaticDatasetBuilder()
                                        .namespace("postgres://mail-db:5432")
                                        .name("public.mails")
                                        .facets(
                                                lineage.newDatasetFacetsBuilder()
                                                        .schema(
                                                                lineage.newSchemaDatasetFacet(
                                                                        List.of(
                                                                                field(
                                                                                        "id",
                                                                                        "bigint"))))
                                                        .build())
                                        .build())
                        .build());

        assertThat(stored.told())
                .singleElement()
                .satisfies(set -> {
                    assertThat(set.kind()).isEqualTo("data-set");
                    assertThat(set.subject()).contains(DB);
                    assertThat(set.attributes())
                            .containsEntry("dataset", "public.mails")
                            .containsEntry("dataset.public.mails", "id:bigint");
                });
    }

    private List<Signal> alerts() {
        return stored.told().stream().filter(signal -> signal.kind().equals("alert")).toList();
    }

    private RunFacets none() {
        return lineage.newRunFacetsBuilder().build();
    }

    private OpenLineage.RunEvent event(
            EventType type, RunFacets facets, List<InputDataset> in, List<OutputDataset> out) {
        return lineage.newRunEventBuilder()
                .eventType(type)
                .eventTime(ZonedDateTime.now())
                .run(lineage.newRun(UUID.randomUUID(), facets))
                .job(lineage.newJob("night", "rollup", null))
                .inputs(in)
                .outputs(out)
                .build();
    }

    private InputDataset input() {
        var columns =
                lineage.newDataQualityMetricsInputDatasetFacetColumnMetricsBuilder()
                        .put(
                                "size",
                                lineage.newDataQualityMetricsInputDatasetFacetColumnMetricsAdditionalBuilder()
                                        .nullCount(2L)
                                        .build())
                        .build();
        var quality =
                lineage.newDataQualityMetricsInputDatasetFacetBuilder()
                        .rowCount(17L)
                        .bytes(1024L)
                        .columnMetrics(columns)
                        .build();
        return lineage.newInputDataset(
                "postgres://mail-db:5432",
                "public.mails",
                lineage.newDatasetFacetsBuilder()
                        .schema(
                                lineage.newSchemaDatasetFacet(
                                        List.of(field("id", "bigint"), field("size", "int"))))
                        .build(),
                lineage.newInputDatasetInputFacetsBuilder().dataQualityMetrics(quality).build());
    }

    private InputDataset asserted(boolean holds, String severity) {
        DataQualityAssertionsDatasetFacetAssertions assertion =
                lineage.newDataQualityAssertionsDatasetFacetAssertionsBuilder()
                        .assertion("not_null")
                        .success(holds)
                        .column("size")
                        .severity(severity)
                        .actual(holds ? "0" : "2")
                        .build();
        return lineage.newInputDataset(
                "postgres://mail-db:5432",
                "public.mails",
                null,
                lineage.newInputDatasetInputFacetsBuilder()
                        .dataQualityAssertions(
                                lineage.newDataQualityAssertionsDatasetFacet(List.of(assertion)))
                        .build());
    }

    private OutputDataset output() {
        var fields =
                lineage.newColumnLineageDatasetFacetFieldsBuilder()
                        .put(
                                "total",
                                lineage.newColumnLineageDatasetFacetFieldsAdditionalBuilder()
                                        .inputFields(List.of(from("id"), from("size")))
                                        .build())
                        .build();
        return lineage.newOutputDataset(
                "files",
                "daily",
                lineage.newDatasetFacetsBuilder()
                        .schema(lineage.newSchemaDatasetFacet(List.of(field("total", "bigint"))))
                        .columnLineage(
                                lineage.newColumnLineageDatasetFacetBuilder()
                                        .fields(fields)
                                        .build())
                        .build(),
                null);
    }

    private OpenLineage.SchemaDatasetFacetFields field(String name, String type) {
        return lineage.newSchemaDatasetFacetFieldsBuilder().name(name).type(type).build();
    }

    private OpenLineage.InputField from(String field) {
        return lineage.newInputFieldBuilder()
                .namespace("postgres://mail-db:5432")
                .name("public.mails")
                .field(field)
                .build();
    }
}
