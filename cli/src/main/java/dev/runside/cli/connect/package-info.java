/**
 * Connects a tool: its source and lines by the server, its token into a file, and what was seen of
 * it.
 *
 * <pre>
 *   server: lines, token ─► TokenFile ─► the person puts the lines in ─► Sight: what came
 * </pre>
 */
@NullMarked
package dev.runside.cli.connect;

import org.jspecify.annotations.NullMarked;
