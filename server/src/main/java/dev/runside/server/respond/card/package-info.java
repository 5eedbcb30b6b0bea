/**
 * The emergency card: whom to page when this server can neither see nor record. Signed, so that
 * agents can trust what they keep of it.
 *
 * <pre>
 *   catalog, pager ──each minute──► card ──► signed ──► DIR/card.json, and every agent
 * </pre>
 */
@NullMarked
package dev.runside.server.respond.card;

import org.jspecify.annotations.NullMarked;
