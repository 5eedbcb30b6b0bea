/**
 * One answer about each source, from what the other rooms know of it.
 *
 * <pre>
 *   access: since when, what for ─┐
 *   tally: how much, by which way ├─► SourceReport
 *   mapping: names nobody knows   ┤
 *   alerts, source: stale, silent ┘
 * </pre>
 */
@NullMarked
package dev.runside.server.intake.overview;

import org.jspecify.annotations.NullMarked;
