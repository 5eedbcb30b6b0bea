package dev.runside.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlarmTest {

    private long nanos = Long.MAX_VALUE - 1_000;
    private final Alarm alarm = new Alarm(() -> nanos);

    @Test
    void aNewOneRingsAtOnce() {
        assertThat(alarm.rings()).isTrue();
        assertThat(alarm.millisLeft()).isEqualTo(1);
    }

    @Test
    void itRingsWhenItsTimeHasPassedAlsoWhereTheCountOfNanosecondsTurnsOver() {
        alarm.setIn(Duration.ofMillis(200));
        assertThat(alarm.millisLeft()).isEqualTo(200);

        nanos += Duration.ofMillis(199).toNanos();
        assertThat(alarm.rings()).isFalse();
        nanos += Duration.ofMillis(1).toNanos();
        assertThat(alarm.rings()).isTrue();
    }
}
