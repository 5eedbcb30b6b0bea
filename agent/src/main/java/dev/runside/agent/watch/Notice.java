package dev.runside.agent.watch;

import java.time.Duration;

/**
 * Worth a signal.
 *
 * @param lasting since it began, or, when answering, how long it was not
 * @param reason for people; empty when there is none
 */
record Notice(SignalKind kind, Duration lasting, int misses, String reason, boolean repeat) {}
