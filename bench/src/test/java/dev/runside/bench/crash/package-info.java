/**
 * Kills the real processes and counts what is left: lines that a step wrote, signals that were
 * acknowledged, pages that arrived.
 *
 * <pre>
 *   agent ──► Gate (stops a request or an answer) ──► server ──► PostgreSQL
 *     └──► AppendMain ──► Checkpoint (stops it before or after its line)
 * </pre>
 *
 * <p>Every boundary is met by stopping what passes it, never by waiting a while.
 */
@NullMarked
package dev.runside.bench.crash;

import org.jspecify.annotations.NullMarked;
