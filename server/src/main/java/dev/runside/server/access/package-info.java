/**
 * Who calls, and what may be called by whom. Deny by default: a route without {@link
 * dev.runside.server.access.Allow} answers nobody.
 *
 * <pre>
 *   request ──► host and origin ──► body limit ──► route's rule ──► caller (token, session) ──► handler
 *                                                        └── none, wrong kind, no form token: a problem
 * </pre>
 *
 * Out: {@link dev.runside.server.access.Caller} as an argument of handlers, and {@link
 * dev.runside.server.access.AgentKeys} for the room that talks with agents.
 */
@NullMarked
package dev.runside.server.access;

import org.jspecify.annotations.NullMarked;
