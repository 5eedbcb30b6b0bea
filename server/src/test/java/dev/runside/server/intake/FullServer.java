package dev.runside.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.intake.Sender.Answer;
import dev.runside.server.intake.log.SignalWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A server whose database does not move while as many signals wait as may. */
public final class FullServer {

    private static final int EACH = 10_000;

    private final ApplicationContext server;
    private final Sender sender;

    public FullServer(ApplicationContext server, Sender sender) {
        this.server = server;
        this.sender = sender;
    }

    /** What is done while it is full; what waited is stored afterwards. */
    public <T> T during(Callable<T> work) throws Exception {
        String token = sender.source("*");
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new java.util.ArrayList<Future<Answer>>();
            T result =
                    whileLocked(() -> {
                        for (int half = 0; half < 2; half++) {
                            waiting.add(callers.submit(() -> signals(token)));
                        }
                        awaitFull();
                        return work.call();
                    });
            for (Future<Answer> answer : List.copyOf(waiting)) {
                assertThat(answer.get().status()).isEqualTo(202);
            }
            return result;
        }
    }

    private <T> T whileLocked(Callable<T> work) {
        return new TransactionTemplate(server.getBean(PlatformTransactionManager.class))
                .execute(_ -> {
                    server.getBean(JdbcClient.class)
                            .sql("lock table signal_occurrence in exclusive mode")
                            .update();
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private Answer signals(String token) {
        return sender.post(
                "/api/v1/signals",
                token,
                IntStream.range(0, EACH)
                        .mapToObj(_ ->
                                "{\"id\":\"%s\",\"kind\":\"note\"}"
                                        .formatted(sender.unique("full")))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private void awaitFull() {
        SignalWriter writer = server.getBean(SignalWriter.class);
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (writer.depth() < 2 * EACH) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }
}
