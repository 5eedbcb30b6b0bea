/**
 * The whole demo on this machine: Runside as {@code runside up} starts it, and the sample company
 * beside it.
 *
 * <pre>
 *   Demo ──► LocalRunside (server, agent) ◄── tokens, definitions ──┐
 *     └────► Premises (database, services, people) ◄────────────────┘
 * </pre>
 */
@NullMarked
package dev.runside.demo.launch;

import org.jspecify.annotations.NullMarked;
