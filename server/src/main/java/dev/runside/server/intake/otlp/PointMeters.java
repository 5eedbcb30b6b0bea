package dev.runside.server.intake.otlp;

import dev.runside.server.problem.ErrorCode;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What the intake of metrics says about itself. */
@Component
class PointMeters {

    private final MeterRegistry meters;

    PointMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void taken(long seen, long duplicates, long rejected) {
        meters.counter("runside.intake.points").increment(seen - duplicates - rejected);
        meters.counter("runside.intake.points.duplicates").increment(duplicates);
        meters.counter("runside.intake.points.rejected").increment(rejected);
    }

    void refused(ErrorCode code) {
        meters.counter("runside.intake.refused", "protocol", "otlp", "code", code.slug())
                .increment();
    }
}
