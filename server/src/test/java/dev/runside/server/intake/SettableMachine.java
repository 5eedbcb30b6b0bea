package dev.runside.server.intake;

import dev.runside.server.storage.MachineClock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A machine whose clock a test sets. */
@TestConfiguration(proxyBeanMethods = false)
public class SettableMachine {

    @Bean
    @Primary
    Settable settableClock() {
        return new Settable();
    }

    /** The real time, and so much more. */
    public static final class Settable implements MachineClock {

        private volatile Duration off = Duration.ZERO;

        public void set(Duration fromTheRealTime) {
            off = fromTheRealTime;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(off);
        }
    }
}
