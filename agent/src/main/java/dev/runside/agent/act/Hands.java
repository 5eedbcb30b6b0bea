package dev.runside.agent.act;

import dev.runside.agent.step.Action;
import dev.runside.agent.step.Step;
import dev.runside.agent.time.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** Carries out an action that is allowed. */
final class Hands {

    private final ServiceActions services;
    private final CommandAction commands;

    Hands(ServiceActions services, CommandAction commands) {
        this.services = services;
        this.commands = commands;
    }

    /**
     * @param again begun before, by an agent that died
     */
    Result carryOut(Step step, boolean again) throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(step.timeout());
        return switch (step.action()) {
            case Action.OnService onService -> services.carryOut(onService, again, deadline);
            case Action.RunCommand command -> commands.run(command.argv(), deadline);
            case Action.Rest(Duration length) -> rest(length, step.timeout());
            case Action.Unheard(String words) -> Result.failed("not known: " + words, Map.of());
        };
    }

    private static Result rest(Duration length, Duration timeout) throws InterruptedException {
        if (length.compareTo(timeout) > 0) {
            return Result.failed("the wait is longer than the step's timeout", Map.of());
        }
        Thread.sleep(length);
        return Result.done(Map.of("waitedMs", Long.toString(length.toMillis())));
    }
}
