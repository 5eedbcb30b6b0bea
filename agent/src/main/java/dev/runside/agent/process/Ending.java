package dev.runside.agent.process;

import dev.runside.agent.time.Deadline;
import java.time.Duration;

/** Ends a process and what it left behind. */
record Ending(ProcessTable table, Duration grace) {

    /** Even after the time is up a kill is given this long to take effect. */
    private static final Duration LAST_BREATH = Duration.ofSeconds(2);

    void end(ProcessIdentity identity, Deadline deadline) throws InterruptedException {
        if (table.find(identity).isPresent() && !endsGently(identity, deadline)) {
            kill(identity.pid());
            awaitGone(identity, Deadline.in(LAST_BREATH, deadline.clock()));
        }
        endRemnants(identity);
    }

    /**
     * Kills what the process left in its session: children that hold its port or its files. Done
     * only for a process that we started, and not when its pid has meanwhile gone to another.
     */
    void endRemnants(ProcessIdentity identity) {
        boolean ours = identity.startMark().isPresent();
        if (ours && table.find(identity.pid()).isEmpty()) {
            table.session(identity.pid()).forEach(Ending::kill);
        }
    }

    static void kill(long pid) {
        if (pid != ProcessHandle.current().pid()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** A suspended process would not hear a SIGTERM before it is continued. */
    private boolean endsGently(ProcessIdentity identity, Deadline deadline)
            throws InterruptedException {
        boolean suspended = table.find(identity).filter(ProcessTable.Entry::stopped).isPresent();
        if (suspended) {
            return false;
        }
        ProcessHandle.of(identity.pid()).ifPresent(ProcessHandle::destroy);
        return awaitGone(identity, deadline.atMost(grace));
    }

    private boolean awaitGone(ProcessIdentity identity, Deadline deadline)
            throws InterruptedException {
        Pace pace = new Pace();
        while (table.find(identity).isPresent()) {
            if (deadline.over()) {
                return false;
            }
            pace.rest(deadline);
        }
        return true;
    }
}
