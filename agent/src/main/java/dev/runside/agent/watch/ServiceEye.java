package dev.runside.agent.watch;

import dev.runside.agent.config.Probe;
import dev.runside.agent.config.Service;
import dev.runside.agent.process.Health;
import dev.runside.agent.process.HealthAnswer;
import dev.runside.agent.process.ProcessIdentity;
import dev.runside.agent.process.Pulse;
import dev.runside.agent.process.ServiceProcess;
import dev.runside.agent.time.MonotonicClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Looks at one service and tells its watch. Safe for several threads. */
final class ServiceEye {

    private final Service service;
    private final List<ServiceProcess> process;
    private final ServiceWatch watch;
    private final MonotonicClock clock;
    private final Announcer announcer;

    /** The process under watch: one or none. */
    private final Deque<Pulse> pulse = new ArrayDeque<>(1);

    private long pid;

    ServiceEye(Service service, Probe probe, MonotonicClock clock, Announcer announcer) {
        this.service = service;
        this.process = service.process().stream().toList();
        this.watch = new ServiceWatch(probe, service.health() != Health.none());
        this.clock = clock;
        this.announcer = announcer;
    }

    Service service() {
        return service;
    }

    synchronized Condition condition() {
        return watch.condition();
    }

    /** Called many times a second; true when a process has just appeared. */
    synchronized boolean look() {
        if (process.isEmpty() || pulseBeats()) {
            return false;
        }
        ServiceProcess looked = process.getFirst();
        Optional<ProcessIdentity> found = looked.find();
        if (found.isPresent()) {
            return appeared(found.get());
        }
        if (pid > 0 || looked.named().isPresent()) {
            tell(watch.gone(clock.now()));
        }
        return false;
    }

    synchronized void answered(Duration askedAt, HealthAnswer answer) {
        Duration now = clock.now();
        tell(
                switch (answer) {
                    case HealthAnswer.Good _ -> watch.answered(now, askedAt);
                    case HealthAnswer.Miss(String reason) -> watch.missed(now, askedAt, reason);
                });
    }

    synchronized void taken() {
        watch.taken();
    }

    synchronized void released(boolean stopped) {
        watch.released(clock.now(), stopped);
    }

    private boolean pulseBeats() {
        Pulse current = pulse.peek();
        if (current == null || current.beats()) {
            return current != null;
        }
        current.close();
        pulse.clear();
        return false;
    }

    private boolean appeared(ProcessIdentity identity) {
        Optional<Pulse> opened = process.getFirst().pulse();
        opened.ifPresent(pulse::add);
        if (opened.isPresent()) {
            pid = identity.pid();
            Duration now = clock.now();
            tell(watch.appeared(now, now.minus(age(pid))));
        }
        return opened.isPresent();
    }

    private static Duration age(long pid) {
        Instant now = Instant.now();
        Instant started =
                ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant()).orElse(now);
        return started.isBefore(now) ? Duration.between(started, now) : Duration.ZERO;
    }

    private void tell(Optional<Notice> notice) {
        notice.filter(_ -> !service.health().isCheck())
                .ifPresent(news -> announcer.announce(service, pid, news));
    }
}
