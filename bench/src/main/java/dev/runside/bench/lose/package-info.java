/**
 * Server and PostgreSQL are killed under load: what was acknowledged is there, and there once.
 *
 * <pre>
 *   Senders ──signals, tickets, alerts; again until acknowledged──► server ──► PostgreSQL
 *      └── ids acknowledged ──► Account ◄── ids stored ───────────────────────────┘
 * </pre>
 */
@NullMarked
package dev.runside.bench.lose;

import org.jspecify.annotations.NullMarked;
