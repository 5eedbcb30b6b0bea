package dev.runside.agent.act;

import dev.runside.agent.step.Action;
import dev.runside.agent.step.Lease;
import dev.runside.agent.step.Step;
import dev.runside.agent.step.Verb;
import dev.runside.agent.time.MonotonicClock;
import java.time.Duration;
import java.util.List;

/** Steps as a server would offer them. */
final class Steps {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private Steps() {}

    static Step command(String key, String... argv) {
        return step(key, 1, false, new Action.RunCommand(List.of(argv)));
    }

    static Step service(String key, Verb verb, String name) {
        return step(key, 1, true, new Action.OnService(verb, name));
    }

    static Step rest(String key, Duration length) {
        return step(key, 1, true, new Action.Rest(length));
    }

    static Step step(String key, long epoch, boolean idempotent, Action action) {
        return step(key, epoch, idempotent, action, lease(Duration.ofSeconds(30)), TIMEOUT);
    }

    static Step step(
            String key,
            long epoch,
            boolean idempotent,
            Action action,
            Lease lease,
            Duration timeout) {
        return new Step(
                key, "run_1", "purge", "sha256:abc", epoch, lease, timeout, idempotent, action);
    }

    static Step again(Step step, long epoch) {
        return step(step.key(), epoch, step.idempotent(), step.action());
    }

    static Lease lease(Duration length) {
        return new Lease(MonotonicClock.system().now(), length);
    }
}
