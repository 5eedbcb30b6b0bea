package dev.runside.server.intake.otlp;

import dev.runside.server.intake.mapping.Speaker;
import dev.runside.server.intake.source.SourceBeats;
import dev.runside.server.intake.source.SourceFaults;
import dev.runside.server.intake.tally.SourceTally;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.ServerClock;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way of an export: what of it concerns an indicator is folded in, the rest is let go. */
@Component
class OtlpIntake {

    private final ExportReader points;
    private final OccurrenceReader occurrences;
    private final SpanPaths paths;
    private final MetricFolder folder;
    private final ServerClock clock;
    private final OtlpMeters meters;
    private final SourceBeats beats;
    private final SourceFaults faults;
    private final SourceTally tally;

    OtlpIntake(
            ExportReader points,
            OccurrenceReader occurrences,
            SpanPaths paths,
            MetricFolder folder,
            ServerClock clock,
            OtlpMeters meters,
            SourceBeats beats,
            SourceFaults faults,
            SourceTally tally) {
        this.points = points;
        this.occurrences = occurrences;
        this.paths = paths;
        this.folder = folder;
        this.clock = clock;
        this.meters = meters;
        this.beats = beats;
        this.faults = faults;
        this.tally = tally;
    }

    Rejections take(Speaker speaker, OtlpSignal signal, OtlpFormat format, byte[] body) {
        Instant now = clock.instant();
        Reading reading = read(speaker, signal, format, body);
        if (reading.forbidden() > 0 && reading.forbidden() == reading.seen()) {
            throw Problem.of(ErrorCode.NOT_ALLOWED, reading.rejections().message());
        }
        listen(speaker, signal, reading);
        Rejections rejections = reading.rejections();
        long duplicates = fold(speaker, now, reading);
        tally.reports(speaker.who(), reading.seen());
        reading.hops().forEach(hop -> tally.about(speaker.who(), hop));
        meters.taken(signal, reading.seen(), duplicates, rejections.points());
        return rejections;
    }

    private Reading read(Speaker speaker, OtlpSignal signal, OtlpFormat format, byte[] body) {
        return switch (signal) {
            case METRICS -> points.read(speaker, format.read(body, RequestForm.METRICS));
            case TRACES -> {
                List<Told<Span>> spans = Told.spans(format.read(body, RequestForm.TRACES));
                paths.read(speaker, spans);
                yield occurrences.read(speaker, new SpanCounting(), spans);
            }
            case LOGS ->
                    occurrences.read(
                            speaker,
                            new LogCounting(),
                            Told.records(format.read(body, RequestForm.LOGS)));
        };
    }

    /**
     * Spans and log records come when something happens: they would blur the beat of metrics, and
     * are a sign of life all the same.
     */
    private void listen(Speaker speaker, OtlpSignal signal, Reading reading) {
        if (!speaker.who().is("source")) {
            return;
        }
        switch (signal) {
            case METRICS -> beats.heard(speaker.who(), reading.hops());
            case TRACES, LOGS -> beats.alive(speaker.who(), reading.hops());
        }
    }

    /** How many had been counted before. */
    private long fold(Speaker speaker, Instant now, Reading reading) {
        var export =
                new Export(
                        speaker.who(), now, clock.ahead(), reading.points(), reading.occurrences());
        if (export.size() == 0) {
            return 0;
        }
        Folded folded = folder.fold(export);
        reading.rejections().addAll(folded.rejections());
        folded.faults().forEach((fault, sentence) -> faults.met(speaker.who(), fault, sentence));
        return folded.duplicates();
    }
}
