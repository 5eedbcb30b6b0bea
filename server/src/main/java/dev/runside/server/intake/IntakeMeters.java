package dev.runside.server.intake;

import dev.runside.server.intake.log.SignalWriter;
import dev.runside.server.problem.ErrorCode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What intake says about itself. */
@Component
public class IntakeMeters {

    private static final String PROTOCOL = "protocol";

    private final MeterRegistry meters;

    IntakeMeters(MeterRegistry meters, SignalWriter writer) {
        this.meters = meters;
        Gauge.builder("runside.intake.queue", writer, SignalWriter::depth)
                .description("Signals that wait to be stored")
                .register(meters);
    }

    public void accepted(String protocol, Receipt receipt) {
        count("runside.intake.accepted", protocol, receipt.accepted());
        count("runside.intake.duplicates", protocol, receipt.duplicates());
    }

    /** Counts requests: of a refused one nothing is stored, however many items it has. */
    public void refused(String protocol, ErrorCode code) {
        meters.counter("runside.intake.refused", PROTOCOL, protocol, "code", code.slug())
                .increment();
    }

    private void count(String name, String protocol, int items) {
        meters.counter(name, PROTOCOL, protocol).increment(items);
    }
}
