package dev.runside.server.intake.log;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.signal.Signal;
import dev.runside.core.watch.Sample;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.watch.Watching.IndicatorSample;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A new ticket counts for every indicator that counts tickets about its subject. */
@Component
class TicketSamples {

    private final Catalogs catalogs;
    private final Occurrences occurrences;

    TicketSamples(Catalogs catalogs, Occurrences occurrences) {
        this.catalogs = catalogs;
        this.occurrences = occurrences;
    }

    List<IndicatorSample> of(Map<UUID, Signal> signals) {
        List<UUID> tickets =
                signals.entrySet().stream()
                        .filter(entry -> entry.getValue().kind().equals("ticket"))
                        .filter(entry -> entry.getValue().subject().isPresent())
                        .map(Map.Entry::getKey)
                        .toList();
        if (tickets.isEmpty()) {
            return List.of();
        }
        Set<UUID> known = occurrences.known(tickets);
        return tickets.stream()
                .filter(key -> !known.contains(key))
                .map(signals::get)
                .flatMap(this::samples)
                .toList();
    }

    private Stream<IndicatorSample> samples(Signal ticket) {
        Catalog catalog = catalogs.current();
        Ref subject = ticket.subject().orElseThrow();
        var sample = new Sample(ticket.judgedAt(), ticket.judgedAt(), 1, 1);
        return catalog.indicators().values().stream()
                .filter(indicator -> indicator.measure() instanceof Indicator.Measure.Tickets)
                .filter(indicator -> concerns(catalog, indicator.subject(), subject))
                .map(indicator -> new IndicatorSample(indicator.name(), sample));
    }

    /** A ticket about a hop of a product is one about the product. */
    private static boolean concerns(Catalog catalog, Ref counted, Ref subject) {
        return counted.equals(subject)
                || counted.is("product")
                        && catalog.productOf(subject).filter(counted::equals).isPresent();
    }
}
