/**
 * Whether alerts of two failures at once are told apart, and each failure's first hop is named.
 *
 * <pre>
 *   Mesh ─► Fault, Fault ─► alerts ─► core.replay ─► incidents ─► Score, against what was made
 *                                └─► one incident for all that is connected: the usual way, beside it
 * </pre>
 *
 * <p>Made by chance from a seed: a hop fails, its callers fail after it, some say nothing, and the
 * second failure begins within ten minutes of the first.
 */
@NullMarked
package dev.runside.bench.overlap;

import org.jspecify.annotations.NullMarked;
