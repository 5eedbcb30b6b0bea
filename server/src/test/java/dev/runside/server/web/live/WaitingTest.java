package dev.runside.server.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Waiting waiting = new Waiting(Set.of(Topics.INCIDENTS, Topics.ESTATE));

    @Test
    void onlyWhatThePageAskedForIsToldAndOnlyOnce() throws Exception {
        waiting.happened(Set.of(Topics.INCIDENTS, Topics.CATALOG));
        waiting.happened(Set.of(Topics.INCIDENTS));

        assertThat(waiting.take(LONG, LONG)).containsExactly(Topics.INCIDENTS);
        assertThat(waiting.take(Duration.ZERO, Duration.ZERO)).isEmpty();
    }

    @Test
    void whatIsNotUrgentGathersUntilSomethingUrgentComes() throws Exception {
        var told = CompletableFuture.supplyAsync(() -> take());
        waiting.happened(Set.of(Topics.ESTATE));
        waiting.happened(Set.of(Topics.INCIDENTS));

        assertThat(told.get(10, TimeUnit.SECONDS)).contains(Topics.INCIDENTS);
    }

    @Test
    void whatIsNotUrgentIsToldInTheEnd() throws Exception {
        waiting.happened(Set.of(Topics.ESTATE));

        assertThat(waiting.take(LONG, Duration.ofMillis(30))).containsExactly(Topics.ESTATE);
    }

    @Test
    void theEndIsToldAtOnce() throws Exception {
        var told = CompletableFuture.supplyAsync(() -> take());
        waiting.end();

        assertThat(told.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(waiting.over()).isTrue();
    }

    private Set<String> take() {
        try {
            return waiting.take(LONG, LONG);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
