package dev.runside.cli.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A process by its number and its start, since numbers are used again. */
public record RunningProcess(String name, long pid, Instant startedAt) {

    /** Systems reckon the start from their clock, which may be corrected meanwhile. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static RunningProcess of(String name, ProcessHandle process) {
        return new RunningProcess(
                name, process.pid(), process.info().startInstant().orElseGet(Instant::now));
    }

    /** The process itself, while it is alive. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    public boolean lives() {
        return find().isPresent();
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
                .orElse(true);
    }
}
