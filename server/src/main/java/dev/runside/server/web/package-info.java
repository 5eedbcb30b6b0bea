/**
 * The pages: what is going on now, a flow as a picture, an incident with its story.
 *
 * <pre>
 *   engine, catalog, watch ──► situation ──► a page's view ──► template ──► HTML
 *   the estate moved ──► live: a stream says which topic ──► the page fetches itself and takes over what differs
 *   acknowledge, resolve ──► engine
 * </pre>
 *
 * Out: HTML for signed-in people. Publishes nothing to other rooms.
 */
@NullMarked
package dev.runside.server.web;

import org.jspecify.annotations.NullMarked;
