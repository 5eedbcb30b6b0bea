/**
 * Counts what each source sends, whatever the protocol.
 *
 * <pre>
 *   every request of a source ─► accepted or refused, by path ─┐
 *   Reception, alerts, metrics ─► reports, and about which hop ─┴─► SourceTally ─► rows, once a second
 * </pre>
 */
@NullMarked
package dev.runside.server.intake.tally;

import org.jspecify.annotations.NullMarked;
