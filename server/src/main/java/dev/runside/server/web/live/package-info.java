/**
 * Tells open pages that something changed, never what: they fetch themselves.
 *
 * <pre>
 *   EstateMoved, CatalogChanged ──► waiting (by topic, gathered) ──► stream of server-sent events
 * </pre>
 */
@NullMarked
package dev.runside.server.web.live;

import org.jspecify.annotations.NullMarked;
