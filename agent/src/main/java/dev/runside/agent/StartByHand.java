package dev.runside.agent;

import dev.runside.agent.config.AgentConfig;
import dev.runside.agent.config.Service;
import dev.runside.agent.process.Launch;
import dev.runside.agent.process.ServiceProcess;
import dev.runside.agent.process.Sighting;
import dev.runside.agent.time.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * Starts a service for a person at this machine, exactly as the agent would restart it: whoever has
 * seen that knows that the agent can. An agent may be at work meanwhile; one that runs is left
 * alone.
 */
record StartByHand(AgentConfig config) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * @return how it is, as a sentence
     */
    String start(String name) throws UsageException, IOException, InterruptedException {
        Service service = config.service(name).orElseThrow(() -> unknown(name));
        ServiceProcess process = service.process().orElseThrow(() -> notStartable(name));
        Launch launch = service.launch().orElseThrow(() -> notStartable(name));
        boolean ran = process.find().isPresent();
        Sighting found = process.start(launch, Deadline.in(PATIENCE));
        return switch (found.state()) {
            case ANSWERING -> answers(name, found, ran);
            case HUNG, GONE ->
                    throw new UsageException(
                            "%s is %s: %s. What it said: %s"
                                    .formatted(
                                            name,
                                            found.state().word(),
                                            found.reason(),
                                            launch.logFile()));
        };
    }

    private static String answers(String name, Sighting found, boolean ran) {
        return "%s %s, process %d."
                .formatted(name, ran ? "ran already" : "answers", found.pid().orElse(0));
    }

    private UsageException unknown(String name) {
        String known =
                config.services().stream().map(Service::name).collect(Collectors.joining(", "));
        return new UsageException(
                "agent.yaml has no service '%s'; it has: %s."
                        .formatted(name, known.isEmpty() ? "none" : known));
    }

    private static UsageException notStartable(String name) {
        return new UsageException(
                "agent.yaml does not say how to start %s: add command, logFile and pidFile."
                        .formatted(name));
    }
}
