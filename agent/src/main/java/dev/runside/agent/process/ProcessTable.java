package dev.runside.agent.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the operating system says about processes. */
sealed interface ProcessTable permits LinuxProcessTable, PortableProcessTable {

    ProcessTable SYSTEM =
            Files.isReadable(Path.of("/proc/self/stat"))
                    ? new LinuxProcessTable(Path.of("/proc"))
                    : new PortableProcessTable();

    /** The process with this pid, unless it is gone or a corpse. */
    Optional<Entry> find(long pid);

    /** A cheap look, made for being repeated many times a second; none when it is gone already. */
    Optional<Pulse> pulse(long pid);

    /** The living processes of the session that this process began, itself among them. */
    Stream<Long> session(long leader);

    /** The living processes started with this setting in their environment. */
    Stream<Long> startedWith(String setting);

    /** The process of this identity, if it lives and the pid was not given to another since. */
    default Optional<Entry> find(ProcessIdentity identity) {
        return find(identity.pid())
                .filter(entry ->
                        identity.startMark().isEmpty()
                                || identity.startMark().getAsLong() == entry.startMark());
    }

    /**
     * @param stopped suspended by a signal: it lives and does nothing
     * @param startMark when it started, in ticks since boot or in milliseconds since 1970
     */
    record Entry(long pid, boolean stopped, long startMark) {}
}
