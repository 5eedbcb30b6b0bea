/**
 * The agent's two notions of time. Leases, timeouts and deadlines run on a clock that never goes
 * back; what is told to people carries the wall clock's time.
 */
@NullMarked
package dev.runside.agent.time;

import org.jspecify.annotations.NullMarked;
