/**
 * The estate over recorded signals, in virtual time: what would have come of them.
 *
 * <pre>
 *   signals, by time ─► Replay ─► Estate ─► decisions ─► History ─► Replayed
 *                          └─ ticks, no oftener than anything waits for one
 * </pre>
 *
 * Nobody answers a page and no agent takes a step here: pages go out once, and runbooks do not run.
 */
@NullMarked
package dev.runside.core.replay;

import org.jspecify.annotations.NullMarked;
