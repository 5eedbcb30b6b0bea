/**
 * How long it takes until Runside knows a company that knows nothing of it: the guide's blocks are
 * executed as they stand.
 *
 * <pre>
 *   first-hour.md ─► Guide: blocks, what is reached by each ─► Terminal ─► Adoption: minutes, commands, lines
 * </pre>
 */
@NullMarked
package dev.runside.bench.adopt;

import org.jspecify.annotations.NullMarked;
