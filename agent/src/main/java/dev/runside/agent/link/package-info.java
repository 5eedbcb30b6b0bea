/**
 * The one connection the agent makes: to its server, outbound. Nobody connects to the agent.
 *
 * <pre>
 *   enrol (once) ──► key
 *   PollLoop ──long poll──► step ──► Desk          card ──► emergency          hold ──► Hold
 *   Outbox: signals, metrics, reports ──retried until taken──► server
 * </pre>
 */
@NullMarked
package dev.runside.agent.link;

import org.jspecify.annotations.NullMarked;
