/**
 * Hosts the estate's machine: one ordered mailbox, decisions committed with their lines, audit and
 * effects in one transaction, state kept as rows and loaded again at start.
 *
 * <pre>
 *   signals, findings, polls, reports, people ─► mailbox ─► decide ─► commit ─► apply ─► effects
 * </pre>
 */
@NullMarked
package dev.runside.server.engine;

import org.jspecify.annotations.NullMarked;
