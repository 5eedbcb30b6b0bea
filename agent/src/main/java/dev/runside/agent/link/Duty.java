package dev.runside.agent.link;

import dev.runside.agent.act.Desk;
import dev.runside.agent.config.AgentConfig;
import dev.runside.agent.config.Service;
import dev.runside.agent.watch.Watcher;
import java.util.List;
import java.util.Map;

/** What the agent watches and may do at present; another one when {@code agent.yaml} changes. */
public record Duty(AgentConfig config, Watcher watcher, Desk desk) {

    List<String> actions() {
        return config.commands().isEmpty()
                ? List.of("service", "wait")
                : List.of("service", "wait", "command");
    }

    List<Map<String, ?>> services() {
        Map<String, String> states = watcher.states();
        return config.services().stream()
                .<Map<String, ?>>map(service -> service(service, states))
                .toList();
    }

    private static Map<String, ?> service(Service service, Map<String, String> states) {
        return Map.of(
                "name", service.name(),
                "state", states.getOrDefault(service.name(), "unknown"),
                "may", !service.may().isEmpty());
    }
}
