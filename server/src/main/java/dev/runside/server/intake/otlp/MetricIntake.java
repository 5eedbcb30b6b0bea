package dev.runside.server.intake.otlp;

import dev.runside.server.intake.mapping.Speaker;
import dev.runside.server.intake.otlp.ExportReader.Reading;
import dev.runside.server.intake.source.SourceBeats;
import dev.runside.server.intake.source.SourceFaults;
import dev.runside.server.intake.tally.SourceTally;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import dev.runside.server.storage.ServerClock;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The way of an export: what of it concerns an indicator is folded in, the rest is let go. */
@Component
class MetricIntake {

    private final ExportReader reader;
    private final MetricFolder folder;
    private final ServerClock clock;
    private final PointMeters meters;
    private final SourceBeats beats;
    private final SourceFaults faults;
    private final SourceTally tally;

    MetricIntake(
            ExportReader reader,
            MetricFolder folder,
            ServerClock clock,
            PointMeters meters,
            SourceBeats beats,
            SourceFaults faults,
            SourceTally tally) {
        this.reader = reader;
        this.folder = folder;
        this.clock = clock;
        this.meters = meters;
        this.beats = beats;
        this.faults = faults;
        this.tally = tally;
    }

    Rejections take(Speaker speaker, ExportMetricsServiceRequest request) {
        Instant now = clock.instant();
        Reading reading = reader.read(speaker, request);
        if (reading.forbidden() > 0 && reading.forbidden() == reading.seen()) {
            throw Problem.of(ErrorCode.NOT_ALLOWED, reading.rejections().message());
        }
        if (speaker.who().is("source")) {
            beats.heard(speaker.who(), reading.hops());
        }
        Rejections rejections = reading.rejections();
        long duplicates = 0;
        if (!reading.points().isEmpty()) {
            Folded folded = folder.fold(new Export(speaker.who(), now, reading.points()));
            rejections.addAll(folded.rejections());
            duplicates = folded.duplicates();
            folded.faults()
                    .forEach((fault, sentence) -> faults.met(speaker.who(), fault, sentence));
        }
        tally.reports(speaker.who(), reading.seen());
        reading.hops().forEach(hop -> tally.about(speaker.who(), hop));
        meters.taken(reading.seen(), duplicates, rejections.points());
        return rejections;
    }
}
