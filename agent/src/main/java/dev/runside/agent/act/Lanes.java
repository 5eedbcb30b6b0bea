package dev.runside.agent.act;

import dev.runside.agent.config.Service;
import dev.runside.agent.step.Action;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** One change of a service at a time, and only so many actions at once. */
final class Lanes {

    static final int AT_ONCE = 8;

    private final Map<String, Semaphore> services;
    private final Semaphore hands = new Semaphore(AT_ONCE, true);

    Lanes(List<Service> services) {
        this.services =
                services.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Service::name, _ -> new Semaphore(1, true)));
    }

    void enter(Action action) throws InterruptedException {
        Optional<Semaphore> lane = lane(action);
        if (lane.isPresent()) {
            lane.get().acquire();
        }
        if (needsHands(action)) {
            takeHands(lane);
        }
    }

    void leave(Action action) {
        if (needsHands(action)) {
            hands.release();
        }
        lane(action).ifPresent(Semaphore::release);
    }

    private void takeHands(Optional<Semaphore> lane) throws InterruptedException {
        try {
            hands.acquire();
        } catch (InterruptedException e) {
            lane.ifPresent(Semaphore::release);
            throw e;
        }
    }

    private Optional<Semaphore> lane(Action action) {
        return action instanceof Action.OnService onService
                ? Optional.ofNullable(services.get(onService.name()))
                : Optional.empty();
    }

    private static boolean needsHands(Action action) {
        return !(action instanceof Action.Rest);
    }
}
