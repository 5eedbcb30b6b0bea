package dev.runside.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AlertsTest {

    private final Alerts alerts =
            new Alerts(
                    Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:30:00Z"));

    @Test
    void aBatchHoldsTheAlertsFromItsFirstNumberOn() {
        assertThat(instances(alerts.batch(123_456)))
                .isEqualTo(
                        LongStream.range(123_456, 123_520)
                                .mapToObj("mail-%09d"::formatted)
                                .toList());
        JsonNode last = JsonMapper.shared().readTree(alerts.batch(123_456)).path(63);
        assertThat(last.path("labels").path("service").asString()).isEqualTo("relay-9");
        assertThat(last.path("startsAt").asString()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void onTheWayAroundEachAlertIsToldAsOftenAsTheOthers() {
        List<String> told = new ArrayList<>();
        alerts.around(100).forEach(batch -> told.addAll(instances(batch)));

        assertThat(told).hasSize(25 * Alerts.IN_BATCH);
        assertThat(new HashSet<>(told)).hasSize(100);
        assertThat(told.stream().filter("mail-000000007"::equals)).hasSize(16);
    }

    private static List<String> instances(byte[] batch) {
        return JsonMapper.shared()
                .readTree(batch)
                .valueStream()
                .map(alert -> alert.path("labels").path("instance").asString())
                .toList();
    }
}
