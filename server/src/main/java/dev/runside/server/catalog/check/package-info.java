/**
 * Judges all definitions together: that what they name is there, that names are given once, and
 * that a runbook could do what it says. Also finds what nobody owns.
 *
 * <pre>
 *   all definitions ─► checks ─► faults (refused) · warnings · gaps (taken, and shown)
 * </pre>
 */
@NullMarked
package dev.runside.server.catalog.check;

import org.jspecify.annotations.NullMarked;
