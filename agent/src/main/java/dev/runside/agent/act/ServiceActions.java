package dev.runside.agent.act;

import dev.runside.agent.config.Service;
import dev.runside.agent.process.Launch;
import dev.runside.agent.process.ServiceProcess;
import dev.runside.agent.process.ServiceState;
import dev.runside.agent.process.Sighting;
import dev.runside.agent.step.Action;
import dev.runside.agent.step.Verb;
import dev.runside.agent.time.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks at, starts, stops and restarts services. */
final class ServiceActions {

    private final Map<String, Service> services;
    private final InHand inHand;
    private final Duration patience;

    /**
     * @param patience how long a look waits for an answer
     */
    ServiceActions(List<Service> services, InHand inHand, Duration patience) {
        this.services =
                services.stream().collect(Collectors.toUnmodifiableMap(Service::name, s -> s));
        this.inHand = inHand;
        this.patience = patience;
    }

    Result carryOut(Action.OnService action, boolean again, Deadline deadline)
            throws IOException, InterruptedException {
        Service service = services.get(action.name());
        ServiceProcess process = service == null ? null : service.process().orElse(null);
        if (service == null || process == null) {
            return Result.failed("there is no process to act on", Map.of());
        }
        if (again && action.verb() != Verb.STATUS) {
            process.endStrays();
        }
        long begun = System.nanoTime();
        Sighting found = carryOut(action.verb(), service, process, deadline);
        Map<String, String> output = output(found, Duration.ofNanos(System.nanoTime() - begun));
        return succeeded(action.verb(), found)
                ? Result.done(output)
                : Result.failed(failure(action, found, deadline), output);
    }

    private Sighting carryOut(Verb verb, Service service, ServiceProcess process, Deadline deadline)
            throws IOException, InterruptedException {
        if (verb == Verb.STATUS) {
            return process.look(deadline.atMost(patience).left());
        }
        inHand.taken(service.name());
        ServiceState left = ServiceState.HUNG;
        try {
            Sighting found = change(verb, service, process, deadline);
            left = found.state();
            return found;
        } finally {
            inHand.released(service.name(), verb == Verb.STOP && left == ServiceState.GONE);
        }
    }

    private static Sighting change(
            Verb verb, Service service, ServiceProcess process, Deadline deadline)
            throws IOException, InterruptedException {
        return switch (verb) {
            case RESTART -> process.restart(launch(service), deadline);
            case START -> process.start(launch(service), deadline);
            case STOP -> process.stop(deadline);
            case STATUS -> throw new IllegalArgumentException("a look changes nothing");
        };
    }

    private static Launch launch(Service service) throws IOException {
        return service.launch()
                .orElseThrow(() -> new IOException("agent.yaml does not say how to start it"));
    }

    private static boolean succeeded(Verb verb, Sighting found) {
        return switch (verb) {
            case STATUS -> true;
            case START, RESTART -> found.state() == ServiceState.ANSWERING;
            case STOP -> found.state() == ServiceState.GONE;
        };
    }

    private static String failure(Action.OnService action, Sighting found, Deadline deadline) {
        String when = deadline.over() ? " when the time was up" : "";
        return "%s was %s after %s%s: %s"
                .formatted(
                        action.name(),
                        found.state().word(),
                        action.verb().word(),
                        when,
                        found.reason());
    }

    private static Map<String, String> output(Sighting found, Duration took) {
        Map<String, String> output = new HashMap<>();
        output.put("state", found.state().word());
        found.pid().ifPresent(pid -> output.put("pid", Long.toString(pid)));
        output.put("tookMs", Long.toString(took.toMillis()));
        if (!found.reason().isEmpty()) {
            output.put("reason", found.reason());
        }
        return output;
    }
}
