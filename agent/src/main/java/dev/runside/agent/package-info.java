/**
 * The ops agent: a small process near the product. It watches, it tells, and it does what the
 * server offers and {@code agent.yaml} allows; it connects out and nobody connects in.
 *
 * <pre>
 *   config ──► watch ──signals, probe results──► link ──► server
 *                ▲ in hand                         │ steps
 *              process ◄── act ◄───────────────────┘
 *                           └──► journal          link ──silence──► emergency ──► people
 * </pre>
 */
@NullMarked
package dev.runside.agent;

import org.jspecify.annotations.NullMarked;
