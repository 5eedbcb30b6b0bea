package dev.runside.agent.process;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What Java can tell anywhere: neither suspended processes nor sessions. */
record PortableProcessTable() implements ProcessTable {

    @Override
    public Optional<Entry> find(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(handle -> new Entry(pid, false, startMark(handle)));
    }

    @Override
    public Optional<Pulse> pulse(long pid) {
        return ProcessHandle.of(pid).map(PortablePulse::new);
    }

    @Override
    public Stream<Long> session(long leader) {
        return ProcessHandle.of(leader).stream()
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                .map(ProcessHandle::pid);
    }

    @Override
    public Stream<Long> startedWith(String setting) {
        return Stream.empty();
    }

    private static long startMark(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private record PortablePulse(ProcessHandle handle) implements Pulse {

        @Override
        public boolean beats() {
            return handle.isAlive();
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
