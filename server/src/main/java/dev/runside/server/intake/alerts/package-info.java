/**
 * Alerts of other tools, by whatever protocol they come. A condition is one source's labels; it has
 * occurrences, told apart by when they began. What a repeat does not change costs no row.
 *
 * <pre>
 *   updates ─► judged against the book (memory) ─► unchanged: heard, and that is all
 *                  │            ▲                └► changed: signals and rows, committed together
 *                  │ silences   └───────────────────── then the book knows it, too
 * </pre>
 */
@NullMarked
package dev.runside.server.intake.alerts;

import org.jspecify.annotations.NullMarked;
