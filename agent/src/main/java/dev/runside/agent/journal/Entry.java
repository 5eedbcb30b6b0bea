package dev.runside.agent.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.runside.agent.step.Outcome;
import dev.runside.agent.step.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** One line of the journal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Started.class, name = "started"),
    @JsonSubTypes.Type(value = Entry.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = Entry.Reported.class, name = "reported"),
    @JsonSubTypes.Type(value = Entry.EpochSeen.class, name = "epoch")
})
sealed interface Entry {

    record Started(String key, long epoch, boolean idempotent, String words, Instant at)
            implements Entry {}

    record Ended(
            String key,
            long epoch,
            Outcome outcome,
            String reason,
            Map<String, String> output,
            Instant startedAt,
            Instant endedAt,
            long nanos)
            implements Entry {

        static Ended of(Report report) {
            return new Ended(
                    report.key(),
                    report.epoch(),
                    report.outcome(),
                    report.reason(),
                    report.output(),
                    report.startedAt(),
                    report.endedAt(),
                    report.duration().toNanos());
        }

        Report report() {
            return new Report(
                    key,
                    epoch,
                    outcome,
                    reason,
                    output,
                    startedAt,
                    endedAt,
                    Duration.ofNanos(nanos));
        }
    }

    record Reported(String key) implements Entry {}

    record EpochSeen(long epoch) implements Entry {}
}
