package dev.runside.cli.local;

import dev.runside.cli.client.ServerApi;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** What became of waiting for the server to say that it is ready. */
public sealed interface Readiness {

    Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

    record Ready() implements Readiness {}

    record Ended(int code) implements Readiness {}

    record TooLate(Duration limit, String lastAnswer) implements Readiness {}

    static Readiness await(Process server, ServerApi api, Duration limit)
            throws InterruptedException {
        Instant deadline = Instant.now().plus(limit);
        String lastAnswer = "no answer";
        while (Instant.now().isBefore(deadline)) {
            if (server.waitFor(BETWEEN_QUESTIONS)) {
                return new Ended(server.exitValue());
            }
            try {
                ServerApi.Answer answer = api.ask("/health/ready");
                if (answer.status() == 200) {
                    return new Ready();
                }
                lastAnswer = answer.status() + " " + answer.body();
            } catch (IOException notListening) {
                lastAnswer = "no answer (" + notListening.getClass().getSimpleName() + ")";
            }
        }
        return new TooLate(limit, lastAnswer);
    }
}
