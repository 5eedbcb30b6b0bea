package dev.runside.server.catalog.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.catalog.Layer;
import dev.runside.core.catalog.Question;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndicatorReaderTest {

    private static final String HEAD =
            "\n  subject: hop:mail/relay\n  layer: product\n  function: platform\n";

    @Test
    void aRatioIsReadWithItsObjectiveAndRules() {
        String text =
                Yaml.of(
                        "Indicator",
                        HEAD
                                + """
                                  title: Relay answers
                                  ratio:
                                    metric: http.server.request.duration
                                    where: {http.route: /send}
                                    bad: {http.response.status_code: '5..'}
                                  objective: 0.99
                                  findings:
                                    - failing: {share: 0.2, over: 20s, atLeast: 30}
                                    - burn: {rate: 14.4, long: 1h, short: 5m}
                                  leadership: true
                                """);

        assertThat(Yaml.only(Indicator.class, text))
                .isEqualTo(
                        new Indicator(
                                "one",
                                "Relay answers",
                                Ref.parse("hop:mail/relay"),
                                Layer.PRODUCT,
                                Function.PLATFORM,
                                new Measure.Ratio(
                                        "http.server.request.duration",
                                        Map.of("http.route", "/send"),
                                        Map.of("http.response.status_code", "5..")),
                                Optional.of(0.99),
                                List.of(
                                        new Rule.Failing(0.2, Duration.ofSeconds(20), 30),
                                        new Rule.Burn(
                                                14.4,
                                                Duration.ofHours(1),
                                                Duration.ofMinutes(5),
                                                10,
                                                true)),
                                true));
    }

    @Test
    void theOtherMeasuresAreReadWithTheirOwnRules() {
        assertThat(indicator("latency: {metric: m, under: 500ms}").measure())
                .isEqualTo(new Measure.Latency("m", Map.of(), Duration.ofMillis(500)));
        assertThat(
                        indicator(
                                "rate: {metric: mail.sent}, findings: [{stalled: {below: 0.3, over: 10s}}]"))
                .extracting(Indicator::measure, Indicator::rules)
                .containsExactly(
                        new Measure.Rate("mail.sent", Map.of()),
                        List.of(new Rule.Stalled(0.3, Duration.ofSeconds(10))));
        assertThat(indicator("tickets: {}, findings: [{surge: {atLeast: 6, over: 20s, times: 3}}]"))
                .extracting(Indicator::measure, Indicator::rules)
                .containsExactly(
                        new Measure.Tickets(),
                        List.of(new Rule.Surge(6, Duration.ofSeconds(20), 3)));
    }

    @Test
    void withoutAnObjectiveAndFindingsItIsComparedWithItsOwnPast() {
        assertThat(indicator("gauge: {metric: mail.queue, where: {queue: out}}"))
                .extracting(Indicator::measure, Indicator::rules)
                .containsExactly(
                        new Measure.Gauge("mail.queue", Map.of("queue", "out")),
                        Rule.Unusual.USUAL);
        assertThat(
                        indicator(
                                        "gauge: {metric: m}, findings: [{unusual: {page: true, capacity: 100}}]")
                                .rules())
                .containsExactly(new Rule.Unusual(true, Optional.of(100.0)));
        assertThat(indicator("rate: {metric: m}, findings: []").rules()).isEmpty();
        assertThat(faults("rate: {metric: m}, findings: [{unusual: {capacity: 100}}]"))
                .containsExactly("only goes with gauge: remove it, or measure a gauge");
    }

    @Test
    void anIndicatorMeasuresExactlyOneThing() {
        assertThat(faults("rate: {metric: m}, tickets: {}"))
                .containsExactly(
                        "needs one of ratio, latency, rate, gauge, tickets, promql, threshold, sql, alert, job; has rate, tickets:"
                                + " keep exactly one");
        assertThat(faults("objective: 0.99"))
                .contains(
                        "needs one of ratio, latency, rate, gauge, tickets, promql, threshold, sql, alert, job; has none: keep exactly one");
    }

    @Test
    void aPrometheusIsAskedForSharesOfEventsOrForAThreshold() {
        assertThat(indicator("promql: {source: metrics, bad: b, total: t, every: 15s}").measure())
                .isEqualTo(
                        new Measure.Queried(
                                Ref.parse("source:metrics"),
                                new Question.Share("b", true, "t", true),
                                Duration.ofSeconds(15),
                                Duration.ofMinutes(1)));
        assertThat(
                        indicator("threshold: {source: metrics, query: q, op: lte, value: 0.9}")
                                .measure())
                .isEqualTo(
                        new Measure.Queried(
                                Ref.parse("source:metrics"),
                                new Question.Threshold("q", Question.Comparison.LTE, 0.9),
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(1)));
        assertThat(faults("promql: {source: metrics, bad: b, good: g, total: t}"))
                .containsExactly("needs one of bad, good; has bad, good: keep exactly one");
    }

    @Test
    void aDatabaseIsAskedForOneNumberByOneSelect() {
        assertThat(
                        indicator(
                                        "sql: {source: mails, query: 'select count(*) from mail', every: 10s},"
                                                + " findings: [{stalled: {below: 0.3, over: 10s}}]")
                                .measure())
                .isEqualTo(
                        new Measure.Queried(
                                Ref.parse("source:mails"),
                                new Question.Amount("select count(*) from mail"),
                                Duration.ofSeconds(10),
                                Duration.ofMinutes(1)));
        assertThat(faults("sql: {source: mails, query: 'select 1; drop table mail'}"))
                .containsExactly(
                        "'select 1; drop table mail' is not one select: write select … without ; of at most 4,000 characters");
    }

    @Test
    void anAlertsStateAndAJobsRunsAreMeasures() {
        assertThat(indicator("alert: {name: QueueGrows, where: {queue: 'out.*'}}").measure())
                .isEqualTo(new Measure.Alert("QueueGrows", Map.of("queue", "out.*")));
        assertThat(indicator("job: {name: nightly}, objective: 0.9, findings: []").measure())
                .isEqualTo(new Measure.Job("nightly"));
        assertThat(faults("job: {name: 'every night'}"))
                .containsExactly(
                        "'every night' is not a job's name: write the NAME of runside job NAME");
    }

    @Test
    void aRuleFitsItsMeasure() {
        assertThat(
                        faults(
                                "tickets: {}, findings: ["
                                        + "{failing: {share: 0.2, over: 20s}},"
                                        + "{burn: {rate: 2, long: 1h, short: 5m}},"
                                        + "{stalled: {below: 0.3, over: 10s}}]"))
                .containsExactly(
                        "only goes with ratio, latency, promql, threshold, alert and job: use stalled, surge or unusual",
                        "only goes with ratio, latency, promql, threshold, alert and job: use stalled, surge or unusual",
                        "has no budget to burn: add objective: 0.99 to the indicator",
                        "only goes with rate and sql: use failing, or measure a rate");
    }

    @Test
    void numbersDurationsAndPatternsAreChecked() {
        assertThat(
                        faults(
                                "ratio: {metric: m, bad: {code: '5('}}, objective: 1, findings: ["
                                        + "{failing: {share: 20, over: 20}},"
                                        + "{burn: {rate: 2, long: 5m, short: 1h}},"
                                        + "{failing: {share: 0.1, over: 1s}}]"))
                .containsExactly(
                        "'5(' is not a regular expression: write one of at most 500 characters,"
                                + " such as '5..'",
                        "'1' is not a share above 0 and below 1: write a number such as 0.99",
                        "'20' is not a share above 0, at most 1: write a number such as 0.2",
                        "'20' is not a duration: write 20s, 3m or 1h",
                        "is longer than long: write a shorter window",
                        "'1s' is not a duration: write one from 10s to 72h");
    }

    private static Indicator indicator(String rest) {
        return Yaml.only(Indicator.class, text(rest));
    }

    private static List<String> faults(String rest) {
        return Yaml.read(text(rest)).faults().stream()
                .map(fault -> fault.detail() + ": " + fault.fix())
                .toList();
    }

    private static String text(String rest) {
        return Yaml.of(
                "Indicator",
                "{subject: hop:mail/relay, layer: product, function: platform, " + rest + "}");
    }
}
