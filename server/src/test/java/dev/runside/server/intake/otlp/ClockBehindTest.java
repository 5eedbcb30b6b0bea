package dev.runside.server.intake.otlp;

import static dev.runside.server.intake.otlp.Exports.counter;
import static dev.runside.server.intake.otlp.Exports.deltas;
import static dev.runside.server.intake.otlp.Exports.point;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.server.intake.IntakeTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A source whose clock runs behind, and one that sends late: by its points they are the same. */
@IntakeTest
class ClockBehindTest extends MetricsPost {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final Lateness lateness = new Lateness();

    @Test
    void metricsOfAClockBehindCountInTheirOwnBuckets() {
        Instant behind = Instant.now().minusSeconds(600);
        String token = sender.source("*");
        double before = between(behind);

        post(token, export(counter("mail.sent", point(behind.minusSeconds(9), behind, 4))));
        post(
                token,
                export(
                        counter(
                                "mail.sent",
                                point(behind.minusSeconds(9), behind.plusSeconds(5), 6))));

        assertThat(between(behind) - before).isEqualTo(2);
        assertThat(sent.total()).as("the first point began before it was first seen").isEqualTo(2);
    }

    @Test
    void whatComesLateIsAddedToItsBucketAlsoWhenMemoryHasLetItGo() {
        String token = sender.source("*");
        Instant late = Instant.now().minus(Duration.ofHours(2));
        post(token, export(deltas("mail.sent", point(start, Instant.now(), 1))));
        for (int part = 0; part < 3; part++) {
            Instant time = late.plusMillis(part);
            post(token, export(deltas("mail.sent", point(late, time, 10))));
        }

        assertThat(sent.total()).isEqualTo(31);
    }

    @Test
    void deltaPointsInAnyOrderCountEachOnce() {
        String token = sender.source("*");
        for (int second : List.of(5, 3, 9, 1, 3, 5)) {
            Instant time = start.plusSeconds(second);
            post(token, export(deltas("mail.sent", point(time.minusSeconds(1), time, 10))));
        }

        assertThat(sent.total()).isEqualTo(40);
    }

    @Test
    void whereAllComesLateForThreeMinutesItIsAFindingOfTheSource() {
        assertThat(after(Duration.ZERO, 600)).isEmpty();
        assertThat(after(Duration.ofSeconds(179), 600)).isEmpty();
        assertThat(after(Duration.ofSeconds(180), 600)).contains(Duration.ofSeconds(600));
    }

    @Test
    void whatIsFollowedByFreshDataWasOnlyHeldUp() {
        assertThat(after(Duration.ZERO, 600)).isEmpty();
        assertThat(after(Duration.ofSeconds(100), 3)).isEmpty();
        assertThat(after(Duration.ofSeconds(200), 600)).isEmpty();
    }

    private Optional<Duration> after(Duration time, int secondsLate) {
        Instant arrival = NOON.plus(time);
        return lateness.of(
                new Export(
                        Ref.parse("source:behind"),
                        arrival,
                        Duration.ZERO,
                        List.of(),
                        List.of(
                                new Occurrence(
                                        1,
                                        Exports.nanos(arrival.minusSeconds(secondsLate)),
                                        Counts.ofSum(1),
                                        List.of()))));
    }

    private double between(Instant around) {
        return server.getBean(JdbcClient.class)
                .sql(
                        """
                        select coalesce(sum(total), 0) from indicator_bucket
                         where indicator = 'mails-sent' and start between :from and :to
                        """)
                .param("from", java.sql.Timestamp.from(around.minusSeconds(20)))
                .param("to", java.sql.Timestamp.from(around.plusSeconds(20)))
                .query(Double.class)
                .single();
    }
}
