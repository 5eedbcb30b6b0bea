package dev.runside.server.intake.log;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure.Job;
import dev.runside.core.signal.Signal;
import dev.runside.core.watch.Sample;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.watch.Watching.IndicatorSample;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A job's run that ended counts, from its beginning on: a run of which a part lies before a remedy
 * says nothing of it.
 */
@Component
class JobSamples implements SampleMaker {

    private final Catalogs catalogs;
    private final JobRhythms rhythms;

    JobSamples(Catalogs catalogs, JobRhythms rhythms) {
        this.catalogs = catalogs;
        this.rhythms = rhythms;
    }

    @Override
    public boolean looksAt(Signal signal) {
        return signal.kind().equals("job-ended") && signal.subject().isPresent();
    }

    @Override
    public List<IndicatorSample> of(List<Signal> fresh) {
        return fresh.stream().flatMap(this::samples).toList();
    }

    private Stream<IndicatorSample> samples(Signal ended) {
        Catalog catalog = catalogs.current();
        Ref subject = ended.subject().orElseThrow();
        String name = ended.attribute("job.name");
        return catalog.indicators().values().stream()
                .filter(indicator ->
                        indicator.measure() instanceof Job(String job) && job.equals(name))
                .filter(indicator -> catalog.isPartOf(subject, indicator.subject()))
                .map(Indicator::name)
                .map(indicator -> new IndicatorSample(indicator, sample(ended, subject, name)));
    }

    private Sample sample(Signal ended, Ref subject, String name) {
        Duration took = Duration.ofMillis(number(ended.attribute("tookMillis")));
        boolean good = ended.attribute("exit").equals("0") && rhythms.isUsual(subject, name, took);
        return new Sample(ended.judgedAt().minus(took), ended.judgedAt(), good ? 1 : 0, 1);
    }

    private static long number(String text) {
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }
}
