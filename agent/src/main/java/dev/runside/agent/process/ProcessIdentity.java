package dev.runside.agent.process;

import java.util.OptionalLong;

/**
 * A process beyond doubt: a pid is used again one day, a pid together with its start time is not.
 *
 * @param startMark when it started, in the platform's own unit; absent when whoever wrote the pid
 *     file did not say
 */
public record ProcessIdentity(long pid, OptionalLong startMark) {

    public ProcessIdentity {
        if (pid <= 1) {
            throw new IllegalArgumentException("A service cannot have pid " + pid);
        }
    }
}
