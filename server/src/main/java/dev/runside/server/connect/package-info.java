/**
 * Connects a tool that a team has: makes its source, and says the exact lines that let it send to
 * Runside beside whatever it sends to now.
 *
 * <pre>
 *   tool, name ─► NewSources: token ─► Place ─► Lines of the tool ─► terminal, page
 * </pre>
 */
@NullMarked
package dev.runside.server.connect;

import org.jspecify.annotations.NullMarked;
