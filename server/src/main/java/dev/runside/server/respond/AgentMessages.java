package dev.runside.server.respond;

import dev.runside.core.catalog.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What agents and server say to each other, as JSON. */
final class AgentMessages {

    private AgentMessages() {}

    /**
     * @param actions kinds of action the agent can carry out
     * @param hold true while a hold on its own machine stops it
     */
    record Poll(String version, List<String> actions, List<KnownService> services, boolean hold, long epochSeen) {}

    /** @param state as the agent last saw it: answering, hung or gone */
    record KnownService(String name, String state, boolean may) {}

    /** @param step absent when there is nothing to do */
    record PollAnswer(long epoch, boolean hold, @Nullable StepOffer step, @Nullable Object card) {}

    /**
     * @param key idempotency key: the same however often the step is offered
     * @param leaseMs for how long from the agent's request the step may be started and run
     */
    record StepOffer(
            String key, String run, String runbook, String digest, long epoch, long leaseMs, long timeoutMs, boolean idempotent,
            Map<String, Object> action) {}

    /** @param outcome done, failed, unknown or refused */
    record Report(
            String key, long epoch, String outcome, @Nullable String reason, @Nullable Map<String, String> output,
            @Nullable Instant startedAt, @Nullable Instant endedAt, long durationMs) {}

    static Map<String, Object> action(Action action) {
        return switch (action) {
            case Action.Service service ->
                Map.of("type", "service", "verb", service.verb().name().toLowerCase(Locale.ROOT), "name", service.name());
            case Action.Command command -> Map.of("type", "command", "argv", command.argv());
            case Action.Wait wait -> Map.of("type", "wait", "ms", wait.time().toMillis());
        };
    }

    static long lease(Duration timeout) {
        return timeout.toMillis() + 5_000;
    }
}
