/**
 * How far one number of an indicator lies outside of what is usual for it, learned from the
 * indicator alone, and in one sentence why.
 *
 * <pre>
 *               ┌─ Recent      the last values, the last jumps ─┐
 *   time, value ┼─ DayProfile  what the hour is usually like    ┼─► View ─┬─► Lens EXTENT   how far out
 *               └─ Grains      what chance does to small counts ┘         └─► Lens NOVELTY  is it news
 *                                                                                  │ Custom, Episode
 *                                             Verdict (score, shape, reason) ◄─────┘
 * </pre>
 *
 * One machine an indicator, one thread a machine. Memory is bounded: see {@link
 * dev.runside.core.watch.anomaly.AnomalyWatch}.
 */
@NullMarked
package dev.runside.core.watch.anomaly;

import org.jspecify.annotations.NullMarked;
