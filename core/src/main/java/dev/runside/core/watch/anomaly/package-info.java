/**
 * How far one number of an indicator lies outside of what is usual for it, learned from the
 * indicator alone, and in one sentence why.
 *
 * <pre>
 *                ┌─ Recent    the last 200 values ──┐
 *   time, value ─┼─ Recent    errors of the last jumps ─┼─► View ─► Lens "extent"  ─► how far out
 *                └─ DayProfile what the hour is like ──┘        └─► Lens "novelty" ─► is it news
 *                                                                                     │
 *                                                              Verdict (score, shape, reason) ◄┘
 * </pre>
 *
 * One machine an indicator, one thread a machine. Memory is bounded: see {@link
 * dev.runside.core.watch.anomaly.AnomalyWatch}.
 */
@NullMarked
package dev.runside.core.watch.anomaly;

import org.jspecify.annotations.NullMarked;
