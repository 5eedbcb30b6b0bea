package dev.runside.agent.process;

import dev.runside.agent.process.ProcessTable.Entry;
import dev.runside.agent.time.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The process of one service, known by its pid file. Holds nothing open and remembers nothing, so
 * the process outlives it, and another instance finds it again. Use from one thread at a time.
 */
public final class ServiceProcess {

    private final PidFile pidFile;
    private final Health health;
    private final Ending ending;

    /**
     * @param grace how long it may take to end on SIGTERM before it is killed
     */
    public ServiceProcess(Path pidFile, Health health, Duration grace) {
        this.pidFile = new PidFile(pidFile);
        this.health = health;
        this.ending = new Ending(ProcessTable.SYSTEM, grace);
    }

    /** The process that the pid file names, if it lives and is still the one it was written for. */
    public Optional<ProcessIdentity> find() {
        return pidFile.read().filter(identity -> entry(identity).isPresent());
    }

    /** The process that the pid file names, whether it lives or not. */
    public Optional<ProcessIdentity> named() {
        return pidFile.read();
    }

    /** A close watch on the process that the pid file names. */
    public Optional<Pulse> pulse() {
        return find().flatMap(identity -> ProcessTable.SYSTEM.pulse(identity.pid()));
    }

    /** Looks once; waits for an answer no longer than the timeout. */
    public Sighting look(Duration timeout) throws InterruptedException {
        Optional<Entry> entry = pidFile.read().flatMap(ServiceProcess::entry);
        if (entry.isEmpty()) {
            return Sighting.gone("there is no process");
        }
        long pid = entry.get().pid();
        return entry.get().stopped()
                ? Sighting.hung(pid, "the process is suspended")
                : sighting(pid, health.ask(timeout));
    }

    /** Starts it unless it lives; over when it answers, is gone again, or the time is up. */
    public Sighting start(Launch launch, Deadline deadline)
            throws IOException, InterruptedException {
        Optional<ProcessIdentity> living = find();
        return living.isPresent() ? awaitAnswer(deadline) : startNew(launch, deadline);
    }

    /** Ends the process for certain, then starts another. */
    public Sighting restart(Launch launch, Deadline deadline)
            throws IOException, InterruptedException {
        end(deadline);
        return startNew(launch, deadline);
    }

    /** Ends the process: SIGTERM, the grace, SIGKILL; over when it is gone or the time is up. */
    public Sighting stop(Deadline deadline) throws IOException, InterruptedException {
        end(deadline);
        Sighting found = look(Duration.ofMillis(1));
        if (found.state() == ServiceState.GONE) {
            pidFile.delete();
        }
        return found;
    }

    /**
     * Ends processes that were started for this pid file and never written into it, because the
     * starter died in between. They would hold the port of the next one.
     */
    public void endStrays() {
        Set<Long> known =
                pidFile.read()
                        .map(identity -> ProcessTable.SYSTEM.session(identity.pid()))
                        .map(session -> session.collect(Collectors.toSet()))
                        .orElse(Set.of());
        ProcessTable.SYSTEM
                .startedWith(Detached.mark(pidFile.path()))
                .filter(pid -> !known.contains(pid))
                .forEach(Ending::kill);
    }

    private void end(Deadline deadline) throws InterruptedException {
        Optional<ProcessIdentity> identity = pidFile.read();
        if (identity.isPresent()) {
            ending.end(identity.get(), deadline);
        }
    }

    private Sighting startNew(Launch launch, Deadline deadline)
            throws IOException, InterruptedException {
        pidFile.read().ifPresent(ending::endRemnants);
        Process process = Detached.start(launch, pidFile.path());
        long pid = process.pid();
        pidFile.write(pid, ProcessTable.SYSTEM.find(pid).map(Entry::startMark).orElse(0L));
        Sighting found = awaitAnswer(deadline);
        return found.state() == ServiceState.GONE && !process.isAlive()
                ? Sighting.gone("it ended at once with " + process.exitValue())
                : found;
    }

    private Sighting awaitAnswer(Deadline deadline) throws InterruptedException {
        Pace pace = new Pace();
        while (true) {
            Sighting found = look(deadline.atMost(Duration.ofSeconds(1)).left());
            if (found.state() != ServiceState.HUNG) {
                return found;
            }
            pace.rest(deadline);
            if (deadline.over()) {
                return found;
            }
        }
    }

    private static Sighting sighting(long pid, HealthAnswer answer) {
        return switch (answer) {
            case HealthAnswer.Good _ -> Sighting.answering(pid);
            case HealthAnswer.Miss(String reason) -> Sighting.hung(pid, reason);
        };
    }

    private static Optional<Entry> entry(ProcessIdentity identity) {
        return ProcessTable.SYSTEM.find(identity);
    }
}
