package dev.runside.server.respond;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.runside.core.catalog.Action;
import dev.runside.server.problem.Input;
import dev.runside.server.respond.card.SignedCard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What agents and server say to each other, as JSON. */
final class AgentMessages {

    private static final List<String> OUTCOMES = List.of("done", "failed", "unknown", "refused");

    private AgentMessages() {}

    /**
     * @param name as in {@code local} or {@code agent:local}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Enrolment(String token, String name, @Nullable String version) {
        Enrolment {
            Input.required(token, "token");
            Input.required(name, "name");
        }
    }

    /**
     * @param serverKey signs emergency cards: Ed25519, X.509 in base64
     */
    record Enrolled(String agent, String key, String serverKey) {}

    /**
     * @param actions kinds of action the agent can carry out
     * @param hold true while a hold on its own machine stops it
     * @param atWork keys of steps under way there: they are not offered again
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Poll(
            String version,
            List<String> actions,
            List<KnownService> services,
            boolean hold,
            long epochSeen,
            Set<String> atWork) {

        private static final int MOST = 1_000;

        Poll {
            if (services.size() > MOST || atWork.size() > MOST) {
                throw Input.wrong("services", "and atWork may have at most " + MOST + " entries");
            }
            actions = List.copyOf(actions);
            services = List.copyOf(services);
            atWork = Set.copyOf(atWork);
        }

        @JsonCreator
        static Poll of(
                @Nullable String version,
                @Nullable List<String> actions,
                @Nullable List<KnownService> services,
                @Nullable Boolean hold,
                @Nullable Long epochSeen,
                @Nullable Set<String> atWork) {
            return new Poll(
                    requireNonNullElse(version, ""),
                    requireNonNullElse(actions, List.of()),
                    requireNonNullElse(services, List.of()),
                    requireNonNullElse(hold, false),
                    requireNonNullElse(epochSeen, 0L),
                    requireNonNullElse(atWork, Set.of()));
        }
    }

    /**
     * @param state as the agent last saw it: answering, hung or gone
     * @param may whether it may act on it at all
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record KnownService(String name, String state, boolean may) {

        @JsonCreator
        static KnownService of(
                @Nullable String name, @Nullable String state, @Nullable Boolean may) {
            return new KnownService(
                    Input.required(name, "services.name"),
                    requireNonNullElse(state, ""),
                    requireNonNullElse(may, false));
        }
    }

    /**
     * @param step absent when there is nothing to do
     * @param card absent when the agent was given the newest
     */
    record PollAnswer(
            long epoch, boolean hold, @Nullable StepOffer step, @Nullable SignedCard card) {}

    /**
     * @param key idempotency key: the same however often the step is offered
     * @param leaseMs for how long from the agent's request the step may be started and run
     */
    record StepOffer(
            String key,
            String run,
            String runbook,
            String digest,
            long epoch,
            long leaseMs,
            long timeoutMs,
            boolean idempotent,
            Map<String, Object> action) {}

    /**
     * A long output is cut rather than refused: what became of a step must not be lost.
     *
     * @param outcome done, failed, unknown or refused
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Report(
            String key,
            @Nullable Long epoch,
            String outcome,
            @Nullable String reason,
            @Nullable Map<String, String> output,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Long durationMs) {

        private static final int LONGEST = 4_000;
        private static final int MOST_OUTPUTS = 100;

        Report {
            Input.required(key, "key");
            Input.required(outcome, "outcome");
            if (!OUTCOMES.contains(outcome)) {
                throw Input.wrong("outcome", "must be one of " + OUTCOMES);
            }
            reason = reason == null ? null : cut(reason);
            output = output == null ? null : cut(output);
        }

        private static Map<String, String> cut(Map<String, String> output) {
            Map<String, String> kept = new TreeMap<>();
            output.entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .limit(MOST_OUTPUTS)
                    .forEach(entry -> kept.put(cut(entry.getKey()), cut(entry.getValue())));
            return kept;
        }

        /** What a program printed may hold what no database stores: NUL, or half a character. */
        private static String cut(String text) {
            String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
            byte[] whole = start.getBytes(StandardCharsets.UTF_8);
            return new String(whole, StandardCharsets.UTF_8).replace('\0', '\ufffd');
        }
    }

    static Map<String, Object> action(Action action) {
        return switch (action) {
            case Action.Service service ->
                    Map.of(
                            "type",
                            "service",
                            "verb",
                            service.verb().name().toLowerCase(Locale.ROOT),
                            "name",
                            service.name());
            case Action.Command command -> Map.of("type", "command", "argv", command.argv());
            case Action.Wait wait -> Map.of("type", "wait", "ms", wait.time().toMillis());
        };
    }

    static long lease(Duration timeout) {
        return timeout.toMillis() + 15_000;
    }
}
