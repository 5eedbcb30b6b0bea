package dev.runside.server.intake.log;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.signal.Signal;
import dev.runside.core.watch.Sample;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.watch.Watching.IndicatorSample;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A new ticket counts for every indicator that counts tickets about its subject. */
@Component
class TicketSamples implements SampleMaker {

    private final Catalogs catalogs;

    TicketSamples(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    @Override
    public boolean looksAt(Signal signal) {
        return signal.kind().equals("ticket") && signal.subject().isPresent();
    }

    @Override
    public List<IndicatorSample> of(List<Signal> fresh) {
        return fresh.stream().flatMap(this::samples).toList();
    }

    private Stream<IndicatorSample> samples(Signal ticket) {
        Catalog catalog = catalogs.current();
        Ref subject = ticket.subject().orElseThrow();
        var sample = new Sample(ticket.judgedAt(), ticket.judgedAt(), 1, 1);
        return catalog.indicators().values().stream()
                .filter(indicator -> indicator.measure() instanceof Indicator.Measure.Tickets)
                .filter(indicator -> catalog.isPartOf(subject, indicator.subject()))
                .map(indicator -> new IndicatorSample(indicator.name(), sample));
    }
}
