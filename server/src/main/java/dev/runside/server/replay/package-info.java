/**
 * {@code runside replay}: the core over recorded signals in virtual time, without a server and a
 * database.
 *
 * <pre>
 *   catalog (folder) ──┐
 *   signals (JSONL) ───┴─► core.replay ─► incidents (JSON)
 * </pre>
 */
@NullMarked
package dev.runside.server.replay;

import org.jspecify.annotations.NullMarked;
