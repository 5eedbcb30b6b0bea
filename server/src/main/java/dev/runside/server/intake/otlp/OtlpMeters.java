package dev.runside.server.intake.otlp;

import dev.runside.server.problem.ErrorCode;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What the intake of OTLP says about itself. */
@Component
class OtlpMeters {

    private final MeterRegistry meters;

    OtlpMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void taken(OtlpSignal signal, long seen, long duplicates, long rejected) {
        meters.counter(signal.meter()).increment(seen - duplicates - rejected);
        meters.counter(signal.meter() + ".duplicates").increment(duplicates);
        meters.counter(signal.meter() + ".rejected").increment(rejected);
    }

    void refused(ErrorCode code) {
        meters.counter("runside.intake.refused", "protocol", "otlp", "code", code.slug())
                .increment();
    }
}
