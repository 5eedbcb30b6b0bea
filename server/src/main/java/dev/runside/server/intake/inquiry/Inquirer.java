package dev.runside.server.intake.inquiry;

import dev.runside.core.catalog.DataSource;
import dev.runside.core.watch.Sample;
import dev.runside.server.intake.inquiry.Unanswered.Refused;
import dev.runside.server.storage.ServerClock;
import dev.runside.server.watch.Watching;
import dev.runside.server.watch.Watching.IndicatorSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Asks for an indicator what is new, and has it counted. */
@Component
class Inquirer {

    private final Prometheus prometheus;
    private final Postgres postgres;
    private final InquiryTable table;
    private final Watching watching;
    private final ServerClock clock;
    private final Map<String, Instant> gotTo = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastSeen = new ConcurrentHashMap<>();

    Inquirer(
            Prometheus prometheus,
            Postgres postgres,
            InquiryTable table,
            Watching watching,
            ServerClock clock) {
        this.prometheus = prometheus;
        this.postgres = postgres;
        this.table = table;
        this.watching = watching;
        this.clock = clock;
    }

    boolean isDue(Inquiry inquiry) {
        Instant now = clock.machine();
        setBack(inquiry, now);
        return watching.watches(inquiry.indicator())
                && inquiry.newest(now).isAfter(inquiry.from(known(inquiry), now));
    }

    /** The machine's clock was: it goes on from now, and does not wait until then. */
    private void setBack(Inquiry inquiry, Instant now) {
        if (known(inquiry).filter(now::isBefore).isPresent()) {
            gotTo.put(inquiry.name(), inquiry.newest(now));
        }
    }

    /** Durable when it returns; throws {@link Unanswered}, and then nothing is counted. */
    void ask(Inquiry inquiry) {
        Instant now = clock.machine();
        Answered answered =
                switch (inquiry.source()) {
                    case DataSource.Prometheus source -> course(inquiry, source, now);
                    case DataSource.Sql source -> figure(inquiry, source, now);
                };
        List<Sample> samples = answered.samples();
        Duration ahead = clock.ahead();
        watching.fold(
                samples.stream()
                        .map(sample -> new IndicatorSample(inquiry.name(), later(sample, ahead)))
                        .toList(),
                () -> table.write(inquiry.name(), answered.upTo()));
        gotTo.put(inquiry.name(), answered.upTo());
        refuseEmpty(inquiry, !samples.isEmpty(), now);
    }

    /**
     * @param upTo it need not be asked for that again
     */
    private record Answered(List<Sample> samples, Instant upTo) {}

    private Answered course(Inquiry inquiry, DataSource.Prometheus source, Instant now) {
        Instant from = inquiry.from(known(inquiry), now);
        Span span = inquiry.span(from, now);
        List<List<Curve>> answers =
                inquiry.measure().question().queries().stream()
                        .map(query -> prometheus.ask(source, query, span))
                        .toList();
        return new Answered(new Tally(inquiry.measure(), from).of(answers), span.end());
    }

    /** A database knows how it is now; what it was not asked for in time is no data. */
    private Answered figure(Inquiry inquiry, DataSource.Sql source, Instant now) {
        String query = inquiry.measure().question().queries().getFirst();
        OptionalDouble value = postgres.ask(source, query);
        List<Sample> samples =
                value.isPresent()
                        ? new Figure(now, value.getAsDouble()).of(inquiry.measure())
                        : List.of();
        return new Answered(samples, inquiry.newest(now));
    }

    private Optional<Instant> known(Inquiry inquiry) {
        return Optional.ofNullable(gotTo.get(inquiry.name())).or(() -> table.gotTo(inquiry.name()));
    }

    private void refuseEmpty(Inquiry inquiry, boolean found, Instant now) {
        Instant last = found ? now : lastSeen.getOrDefault(inquiry.name(), now);
        lastSeen.put(inquiry.name(), last);
        if (last.plus(inquiry.tooLongEmpty()).isBefore(now)) {
            throw new Refused(
                    "no data for %d min".formatted(Duration.between(last, now).toMinutes()));
        }
    }

    private static Sample later(Sample sample, Duration ahead) {
        return ahead.isZero()
                ? sample
                : new Sample(
                        sample.from().plus(ahead),
                        sample.to().plus(ahead),
                        sample.good(),
                        sample.total());
    }
}
