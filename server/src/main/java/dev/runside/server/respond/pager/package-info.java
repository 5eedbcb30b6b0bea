/**
 * Pages on their way out of the house. What is to be sent is a row, written with the decision that
 * wants it; it is sent as soon as that is committed, and again until the receiver takes it.
 *
 * <pre>
 *   decision ──same transaction──► delivery ──► Deliverer ──► signed webhook (Standard Webhooks)
 *                                     ▲             │
 *                                     └─ next try ◄─┘ not taken: later each time, for 24 hours
 * </pre>
 *
 * The receiver is whom the operator configured, and only that: nothing that a caller sends decides
 * where a request goes, and redirects are not followed.
 */
@NullMarked
package dev.runside.server.respond.pager;

import org.jspecify.annotations.NullMarked;
