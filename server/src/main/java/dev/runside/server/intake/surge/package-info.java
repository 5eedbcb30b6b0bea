/**
 * Reads what the tickets of a surge say, beside the engine: it asks, and is told what they are
 * about.
 */
@NullMarked
package dev.runside.server.intake.surge;

import org.jspecify.annotations.NullMarked;
