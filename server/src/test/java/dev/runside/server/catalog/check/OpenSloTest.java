package dev.runside.server.catalog.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.DataSource;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.catalog.Question;
import dev.runside.server.catalog.definition.DefinitionFile;
import dev.runside.server.catalog.definition.DefinitionReader;
import dev.runside.server.catalog.definition.DefinitionReader.Reading;
import dev.runside.server.catalog.definition.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the reference's page on OpenSLO, read beside a catalog of Runside's own. */
class OpenSloTest {

    private static final String CATALOG =
            """
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ada}
            ---
            apiVersion: runside.dev/v1
            kind: Product
            metadata: {name: mail}
            spec:
              owner: user:ada
              hops: [{name: web, function: development}, {name: relay, function: platform}]
            """;

    @Test
    void anObjectiveItsSliItsServiceAndItsSourceMakeOneIndicator() throws IOException {
        Whole whole = whole(example());

        assertThat(Review.of(whole)).isEqualTo(new Review(List.of(), List.of()));
        assertThat(whole.catalog().sources().get(Ref.parse("source:metrics")))
                .isEqualTo(
                        new DataSource.Prometheus(
                                Ref.parse("source:metrics"),
                                "https://prometheus.example:9090",
                                Optional.of("metrics-reader")));
        Indicator front = indicator(whole, "front-slo");
        assertThat(front.title()).isEqualTo("The front answers");
        assertThat(front.subject()).isEqualTo(Ref.parse("hop:mail/web"));
        assertThat(front.objective()).contains(0.995);
        assertThat(front.rules()).isEqualTo(Rule.Burn.USUAL);
        assertThat(((Measure.Queried) front.measure()).question())
                .isEqualTo(
                        new Question.Share(
                                "http_requests_total{job=\"web\", code=~\"5..\"}",
                                true,
                                "http_requests_total{job=\"web\"}",
                                true));
    }

    @Test
    void aThresholdOfTheOnlySourceBurnsAsItsPolicySays() throws IOException {
        Indicator queue = indicator(whole(example()), "queue-slo");

        assertThat(queue.subject()).isEqualTo(Ref.parse("hop:mail/relay"));
        assertThat(((Measure.Queried) queue.measure()).question())
                .isEqualTo(
                        new Question.Threshold("max(queue_length)", Question.Comparison.LTE, 100));
        assertThat(queue.objective()).contains(0.99);
        assertThat(queue.rules())
                .containsExactly(
                        new Rule.Burn(14.4, Duration.ofHours(1), Duration.ofMinutes(5), 10, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    budgetingMethod: Occurrences | budgetingMethod: Timeslices | spec.budgetingMethod: 'Timeslices' is not a budgeting method
                    isRolling: true | isRolling: false | spec.timeWindow[0].isRolling: 'false' is not true: windows roll here
                    [{target: 0.995}] | [{target: 0.995}, {target: 0.9}] | spec.objectives: must hold one objective, has 2
                    indicatorRef: front-answers | indicatorRef: front-answer | spec.indicatorRef: sli:front-answer is not defined
                    service: mail-front | service: nobody | spec.service: nobody is no hop, system or product
                    op: lte, value: 100, |  | spec.objectives[0]: has nothing to compare the metric with
                    alertPolicyRef: FastBurn | alertPolicyRef: Slow | spec.alertPolicies[0].alertPolicyRef: alert-policy:Slow is not defined
                    conditionRef: fast | conditionRef: slow | spec.alertPolicies[0].alertPolicyRef: alert-condition:slow is not defined
                    kind: burnrate | kind: absent | spec.condition.kind: 'absent' is not a condition that is judged here
                    type: Prometheus\\n | type: Datadog\\n | spec.type: 'Datadog' is not a type that is asked here
                    bad:\\n | raw:\\n | spec.ratioMetric.raw: says nothing of how many events there were
                    metricSourceRef: metrics, | metricSourceRef: others, | spec.indicator: source:others is not defined
                    """)
    void whatCannotBeKeptIsNamedWithItsLine(String right, String wrong, String fault)
            throws IOException {
        String changed =
                example()
                        .replaceFirst(
                                Pattern.quote(unescaped(right)),
                                wrong == null ? "" : unescaped(wrong));
        assertThat(changed).isNotEqualTo(example());

        List<Fault> faults = faults(changed);

        assertThat(faults).extracting(Fault::sentence).anyMatch(said -> said.contains(fault));
        assertThat(faults).allMatch(each -> each.line() > 1);
    }

    @Test
    void anIndicatorAndAnObjectiveOfOneNameAreOneTooMany() throws IOException {
        String twice =
                """
                ---
                apiVersion: runside.dev/v1
                kind: Indicator
                metadata: {name: front-slo}
                spec: {subject: hop:mail/web, layer: product, function: platform, tickets: {}}
                """;

        assertThat(faults(example() + twice))
                .extracting(Fault::detail)
                .anyMatch(detail -> detail.startsWith("indicator:front-slo is named already"));
    }

    @Test
    void aKindOfOneVersionIsNoneOfTheOther() {
        assertThat(faults("apiVersion: openslo/v1\nkind: Runbook\nmetadata: {name: a}\n"))
                .extracting(Fault::field)
                .contains("kind");
        assertThat(faults("apiVersion: runside.dev/v1\nkind: SLO\nmetadata: {name: a}\n"))
                .extracting(Fault::field)
                .contains("kind");
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n");
    }

    private static Indicator indicator(Whole whole, String name) {
        return Optional.ofNullable(whole.catalog().indicators().get(name)).orElseThrow();
    }

    private static List<Fault> faults(String text) {
        Reading reading = read(text);
        Whole whole = Whole.of(reading.definitions(), reading.faulty());
        return Stream.concat(reading.faults().stream(), Review.of(whole).faults().stream())
                .toList();
    }

    private static Whole whole(String text) {
        Reading reading = read(text);
        assertThat(reading.faults()).isEmpty();
        return Whole.of(reading.definitions(), reading.faulty());
    }

    private static Reading read(String text) {
        return DefinitionReader.read(
                List.of(
                        new DefinitionFile("catalog.yaml", CATALOG),
                        new DefinitionFile("slo.yaml", text)));
    }

    private static String example() throws IOException {
        Path page =
                Path.of(System.getProperty("runside.root", ".."))
                        .resolve("docs/reference/openslo.md");
        return Pattern.compile("(?ms)^```yaml\n(.*?)^```")
                .matcher(Files.readString(page))
                .results()
                .map(block -> block.group(1))
                .findFirst()
                .orElseThrow();
    }
}
