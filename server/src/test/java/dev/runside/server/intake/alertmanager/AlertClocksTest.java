package dev.runside.server.intake.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.Soon;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.StoredSignals;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Alerts of a Prometheus whose clock is wrong. */
@IntakeTest
class AlertClocksTest {

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;

    private final Instant now = Instant.now();
    private String source = "";
    private String token = "";
    private StoredSignals stored;

    @BeforeEach
    void begin() {
        source = sender.unique("source");
        token = sender.sourceNamed(source);
        stored = StoredSignals.fromNowOn(server);
    }

    @Test
    void anAlertOfAClockAheadIsJudgedAtItsArrival() {
        alert(now.plusSeconds(600), now.plusSeconds(840));

        Signal told = stored.toldBy(source).getFirst();
        assertThat(told.attribute("state")).isEqualTo("firing");
        assertThat(told.judgedAt()).isEqualTo(told.receivedAt());
    }

    @Test
    void anAlertOfAClockTenMinutesBehindIsReadAsOverAndItsSourceIsToldOf() {
        Instant end = now.minusSeconds(360);
        for (int minute = 0; minute < 3; minute++) {
            alert(now.minusSeconds(900), end.plusSeconds(60 * minute));
        }
        assertThat(troubles()).isEmpty();
        alert(now.minusSeconds(900), end.plusSeconds(180));

        assertThat(Soon.get(this::troubles, all -> !all.isEmpty())).containsExactly("clock-behind");
        assertThat(stored.toldBy(source))
                .extracting(signal -> signal.attribute("state"))
                .containsExactly("resolved");
    }

    @Test
    void anAlertOfAClockAMinuteBehindHolds() {
        alert(now.minusSeconds(120), now.plusSeconds(180));
        alert(now.minusSeconds(120), now.minusSeconds(60));

        assertThat(stored.toldBy(source))
                .extracting(signal -> signal.attribute("state"))
                .containsExactly("firing", "resolved");
    }

    @Test
    void afterAJumpBackTheConditionHoldsUntilBothOccurrencesAreOver() {
        alert(now, now.plusSeconds(240));
        alert(now.minusSeconds(3_600), now.plusSeconds(240));
        alert(now.minusSeconds(3_600), now.minusSeconds(1));
        alert(now, now);

        assertThat(stored.toldBy(source))
                .extracting(Signal::kind)
                .containsExactly("alert", "alert", "alert-over-in-part", "alert");
    }

    private void alert(Instant startsAt, Instant endsAt) {
        String alert =
                "[{\"startsAt\":\"%s\",\"endsAt\":\"%s\",\"labels\":{\"alertname\":\"Queue\",\"of\":\"%s\"}}]"
                        .formatted(startsAt, endsAt, source);
        assertThat(sender.post("/api/v2/alerts", token, alert).status()).isEqualTo(200);
    }

    private List<String> troubles() {
        return stored.all().stream()
                .filter(signal -> signal.kind().equals("source-state"))
                .filter(signal -> signal.attribute("source").endsWith(":" + source))
                .map(signal -> signal.attribute("condition"))
                .toList();
    }
}
