package dev.runside.agent.watch;

import dev.runside.agent.act.InHand;
import dev.runside.agent.config.AgentConfig;
import dev.runside.agent.config.Probe;
import dev.runside.agent.loop.Loops;
import dev.runside.agent.process.Health;
import dev.runside.agent.time.MonotonicClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Watches every service of the configuration. */
public final class Watcher implements InHand, AutoCloseable {

    private static final Duration METRICS_EVERY = Duration.ofSeconds(1);

    private final Probe probe;
    private final Metrics metrics;
    private final MonotonicClock clock = MonotonicClock.system();
    private final ProbeTally tally = new ProbeTally();
    private final Map<String, ServiceEye> eyes = new LinkedHashMap<>();
    private final Map<String, Thread> probers = new ConcurrentHashMap<>();
    private final Loops loops = new Loops();

    public Watcher(AgentConfig config, Signals signals, Metrics metrics) {
        this.probe = config.probe();
        this.metrics = metrics;
        Announcer announcer = new Announcer("agent:" + config.name(), signals);
        config.services()
                .forEach(service ->
                        eyes.put(service.name(), new ServiceEye(service, probe, clock, announcer)));
    }

    public void start() {
        eyes.values().stream()
                .filter(eye -> eye.service().health() != Health.none())
                .forEach(this::startProber);
        loops.startOnPlatform("watch", this::look);
        loops.start("probe metrics", this::count);
    }

    /** What the watch makes of each service: gone, hung, answering or unknown. */
    public Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        eyes.forEach((name, eye) -> states.put(name, eye.condition().word()));
        return states;
    }

    @Override
    public void taken(String service) {
        eye(service).ifPresent(ServiceEye::taken);
    }

    @Override
    public void released(String service, boolean stopped) {
        eye(service).ifPresent(eye -> eye.released(stopped));
        askSoon(service);
    }

    @Override
    public void close() {
        loops.close();
    }

    private Optional<ServiceEye> eye(String service) {
        return Optional.ofNullable(eyes.get(service));
    }

    private void startProber(ServiceEye eye) {
        Duration spread =
                probe.every().multipliedBy(probers.size()).dividedBy(Math.max(1, eyes.size()));
        Prober prober = new Prober(eye, probe, clock, tally, spread);
        String name = eye.service().name();
        probers.put(name, loops.start("probe " + name, prober));
    }

    private void look() {
        while (!Thread.currentThread().isInterrupted()) {
            eyes.forEach(this::look);
            LockSupport.parkNanos(probe.gone().toNanos());
        }
    }

    private void look(String name, ServiceEye eye) {
        if (eye.look()) {
            askSoon(name);
        }
    }

    private void askSoon(String name) {
        Thread prober = probers.get(name);
        if (prober != null) {
            LockSupport.unpark(prober);
        }
    }

    private void count() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(METRICS_EVERY.toNanos());
            ProbeTally.Span span = tally.take(Instant.now());
            if (!span.counts().isEmpty()) {
                metrics.send(ProbeMetrics.body(span));
            }
        }
    }
}
