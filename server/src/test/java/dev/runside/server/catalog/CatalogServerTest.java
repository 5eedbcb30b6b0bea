package dev.runside.server.catalog;

import dev.runside.server.RunsideServerTest;
import dev.runside.server.engine.SignalLog;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * Runs the test against a whole server of this room's own, so that it may remove what others
 * defined.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RunsideServerTest
@Import(CatalogServerTest.Quiet.class)
@interface CatalogServerTest {

    /** No signals: only definitions come in. */
    @TestConfiguration
    class Quiet {
        @Bean
        @Primary
        SignalLog noSignals() {
            return (_, _) -> List.of();
        }
    }
}
