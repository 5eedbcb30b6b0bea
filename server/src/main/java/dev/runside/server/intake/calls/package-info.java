/**
 * Which hop calls which, as spans show it: what the catalog does not say completes it for triage,
 * and is listed with the line that would declare it.
 *
 * <pre>
 *   client span of one hop ─┐
 *   server span of another ─┴─► call ─► table ─► triage, gaps
 * </pre>
 */
@NullMarked
package dev.runside.server.intake.calls;

import org.jspecify.annotations.NullMarked;
