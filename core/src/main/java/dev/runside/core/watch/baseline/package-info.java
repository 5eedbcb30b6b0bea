/**
 * An indicator against its own past, minute by minute, without a bound that somebody set.
 *
 * <pre>
 *   samples ─► Minutes ─► Minute ─► Value ─► AnomalyWatch ─┐
 *              spread over           share, rate,   Hours ─┼─► Episode ─► Says (odd, ordinary)
 *              their time            mean        Saturation ┘   waits for several minutes
 * </pre>
 *
 * The detector says that something begins; what it was like before is kept then, and minutes that
 * stay outside of it make it certain. Nothing that was not measured says anything.
 */
@NullMarked
package dev.runside.core.watch.baseline;

import org.jspecify.annotations.NullMarked;
