package dev.runside.agent.act;

import dev.runside.agent.config.AgentConfig;
import dev.runside.agent.config.Service;
import dev.runside.agent.step.Action;
import dev.runside.agent.step.Step;
import dev.runside.agent.step.Verb;
import java.time.Duration;

/** What {@code agent.yaml} allows, whatever the server says. Refuses by default. */
final class AllowList {

    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final AgentConfig config;
    private final Programs programs;

    AllowList(AgentConfig config) {
        this.config = config;
        this.programs = Programs.pin(config.commands());
    }

    Ruling judge(Step step) {
        boolean known = config.digests().isEmpty() || config.digests().contains(step.digest());
        return known
                ? judge(step.action())
                : Ruling.refused(
                        "agent.yaml does not list the digest of this version of runbook "
                                + step.runbook());
    }

    private Ruling judge(Action action) {
        return switch (action) {
            case Action.OnService(Verb verb, String name) ->
                    config.service(name)
                            .map(service -> judge(service, verb))
                            .orElseGet(() -> Ruling.refused("agent.yaml has no service " + name));
            case Action.RunCommand command -> programs.judge(command.argv().getFirst());
            case Action.Rest(Duration length) ->
                    length.compareTo(LONGEST_REST) <= 0 && !length.isNegative()
                            ? Ruling.Allowed.INSTANCE
                            : Ruling.refused("a wait lasts at most " + LONGEST_REST);
            case Action.Unheard(String words) ->
                    Ruling.refused("this version of the agent does not know " + words);
        };
    }

    private static Ruling judge(Service service, Verb verb) {
        return service.may().contains(verb)
                ? Ruling.Allowed.INSTANCE
                : Ruling.refused(
                        "agent.yaml does not allow %s of service %s"
                                .formatted(verb.word(), service.name()));
    }
}
