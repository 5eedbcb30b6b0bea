/**
 * The page Connect: a tool is picked, its source made, its lines shown, and what came of it; below,
 * every source.
 *
 * <pre>
 *   form ─► connect: source, lines ─► shown once ─► SourceReports: what came, asked again and again
 * </pre>
 */
@NullMarked
package dev.runside.server.web.connect;

import org.jspecify.annotations.NullMarked;
