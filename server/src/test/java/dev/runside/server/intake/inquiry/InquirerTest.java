package dev.runside.server.intake.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runside.core.Ref;
import dev.runside.core.catalog.DataSource;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure.Queried;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.catalog.Layer;
import dev.runside.core.catalog.Question;
import dev.runside.core.signal.Signal;
import dev.runside.core.watch.Sample;
import dev.runside.server.Soon;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.MailCatalog;
import dev.runside.server.intake.StoredSignals;
import dev.runside.server.intake.source.SourceFaults;
import dev.runside.server.storage.ServerClock;
import dev.runside.server.watch.Watching;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Debian's Prometheus is asked. */
@IntakeTest
class InquirerTest {

    private static final String OK = "requests_total{code=\"200\"}";
    private static final String FAILED = "requests_total{code=\"500\"}";

    @Autowired private ApplicationContext server;
    @Autowired private Prometheus prometheus;
    @Autowired private Postgres postgres;
    @Autowired private InquiryTable table;
    @Autowired private ServerClock clock;
    @Autowired private SourceFaults faults;

    @TempDir private Path folder;

    private final List<Sample> samples = new CopyOnWriteArrayList<>();
    private final Watching watching =
            (folded, sameTransaction) -> {
                sameTransaction.run();
                folded.forEach(each -> samples.add(each.sample()));
            };

    @Test
    void itsPastIsCountedOnceAndWhatWasMissedWhenItAnswersAgain() throws Exception {
        try (var scraped = new ScrapedPrometheus(folder)) {
            scraped.set(OK, 100);
            scraped.set(FAILED, 10);
            Inquiry answers = inquiry("promql-past", scraped.url(), errors());
            seen(scraped, "sum(requests_total)", 110);
            scraped.set(OK, 130);
            scraped.set(FAILED, 20);
            seen(scraped, "sum(requests_total)", 150);

            Inquirer inquirer = inquirer();
            Soon.get(() -> asked(inquirer, answers), _ -> total() >= 40);
            assertThat(total()).isEqualTo(40);
            assertThat(good()).isEqualTo(30);

            Inquirer restarted = inquirer();
            scraped.set(OK, 135);
            Soon.get(() -> asked(restarted, answers), _ -> total() > 40);
            assertThat(total()).isEqualTo(45);

            scraped.stop();
            Soon.get(() -> restarted.isDue(answers), due -> due);
            int before = samples.size();
            assertThatThrownBy(() -> restarted.ask(answers)).isInstanceOf(Unanswered.Away.class);
            assertThat(samples).hasSize(before);

            scraped.set(OK, 145);
            scraped.startAgain();
            Soon.get(() -> asked(restarted, answers), _ -> total() > 45);
            assertThat(total()).isEqualTo(55);
            assertThat(good()).isEqualTo(45);
        }
    }

    @Test
    void aValueThatIsTooOldIsNoDataThoughPrometheusStillHasIt() throws Exception {
        try (var scraped = new ScrapedPrometheus(folder)) {
            scraped.set("queue_length", 3);
            seen(scraped, "queue_length", 3);
            var question = new Question.Threshold("queue_length", Question.Comparison.LTE, 5);
            Inquiry queue = inquiry("promql-queue", scraped.url(), question);
            Inquirer inquirer = inquirer();
            Soon.get(() -> asked(inquirer, queue), _ -> !samples.isEmpty());
            assertThat(good()).isEqualTo(total());

            scraped.stop();
            Instant stopped = Instant.now();
            Soon.get(Instant::now, now -> now.isAfter(stopped.plusSeconds(6)));
            samples.clear();
            scraped.set("queue_length", 9);
            scraped.startAgain();
            Soon.get(
                    () -> asked(inquirer, queue),
                    _ -> samples.stream().anyMatch(sample -> sample.good() == 0));

            assertThat(samples)
                    .noneMatch(sample ->
                            sample.good() > 0 && sample.to().isAfter(stopped.plusSeconds(3)));
        }
    }

    @Test
    void queriesOfEveryFormAreUnderstoodWithTheirFreshness() throws Exception {
        try (var scraped = new ScrapedPrometheus(folder)) {
            scraped.set(OK, 3);
            scraped.set(FAILED, 1);
            seen(scraped, "sum(requests_total)", 4);
            seen(scraped, "sum by (job) (requests_total{code=~\"2..\"}) # all\n", 3);
            seen(scraped, "count(requests_total) without (code)", 2);
            seen(scraped, "requests_total{code='500'} / on(job) group_left() up", 1);
            seen(scraped, "max_over_time(sum(requests_total)[5s:1s])", 4);
            seen(scraped, "sum({__name__=\"requests_total\"} > bool 2)", 1);
            seen(scraped, "count(timestamp(requests_total) > 0)", 2);
        }
    }

    @Test
    void aQueryItCannotReadIsRefusedWithItsWordsAndASourceThatIsGoneIsAFinding() throws Exception {
        var stored = StoredSignals.fromNowOn(server);
        URI gone;
        try (var scraped = new ScrapedPrometheus(folder)) {
            gone = scraped.url();
            var odd = new Question.Threshold("queue_length{", Question.Comparison.LTE, 5);
            assertThatThrownBy(() -> inquirer().ask(inquiry("promql-odd", gone, odd)))
                    .isInstanceOf(Unanswered.Refused.class)
                    .hasMessageStartingWith("bad_data: ")
                    .hasMessageContaining("parse error");
        }
        Inquiry inquiry = inquiry("promql-gone", gone, errors());
        var round = new Round(inquiry.source().ref(), inquirer(), faults, clock);

        List<Signal> told =
                Soon.get(
                        () -> {
                            round.go(List.of(inquiry));
                            return stored.all().stream()
                                    .filter(signal -> signal.kind().equals("source-state"))
                                    .filter(signal ->
                                            signal.attribute("source").equals("source:metrics"))
                                    .toList();
                        },
                        signals -> !signals.isEmpty());

        assertThat(told.getFirst().attribute("condition")).isEqualTo("poll-fails");
        assertThat(told.getFirst().title())
                .startsWith("source:metrics is asked in vain: 127.0.0.1");
        assertThat(samples).isEmpty();
    }

    private Inquirer inquirer() {
        return new Inquirer(prometheus, postgres, table, watching, clock);
    }

    private boolean asked(Inquirer inquirer, Inquiry inquiry) {
        if (inquirer.isDue(inquiry)) {
            inquirer.ask(inquiry);
        }
        return true;
    }

    private double total() {
        return samples.stream().mapToDouble(Sample::total).sum();
    }

    private double good() {
        return samples.stream().mapToDouble(Sample::good).sum();
    }

    /** Until Prometheus itself has scraped it. */
    private void seen(ScrapedPrometheus scraped, String query, double value) {
        var source =
                new DataSource.Prometheus(
                        Ref.parse("source:metrics"), scraped.url().toString(), Optional.empty());
        Soon.get(
                () -> {
                    Instant now = Span.floor(Instant.now(), Duration.ofSeconds(1));
                    return prometheus.ask(
                            source,
                            query,
                            new Span(now, now, Duration.ofSeconds(1), Duration.ofSeconds(2)));
                },
                curves -> curves.size() == 1 && curves.getFirst().values().containsValue(value));
    }

    private static Question errors() {
        return new Question.Share(
                "requests_total{code=~\"5..\"}", true, "requests_total{job=\"relay\"}", true);
    }

    private static Inquiry inquiry(String name, URI url, Question question) {
        Ref source = Ref.parse("source:metrics");
        var measure = new Queried(source, question, Duration.ofSeconds(1), Duration.ofSeconds(2));
        var indicator =
                new Indicator(
                        name,
                        name,
                        MailCatalog.RELAY,
                        Layer.PRODUCT,
                        Function.PLATFORM,
                        measure,
                        Optional.of(0.99),
                        List.of(new Rule.Failing(0.5, Duration.ofMinutes(5), 10)),
                        false);
        return new Inquiry(
                indicator,
                measure,
                new DataSource.Prometheus(source, url.toString(), Optional.empty()));
    }
}
