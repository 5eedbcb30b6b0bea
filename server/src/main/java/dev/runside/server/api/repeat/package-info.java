/**
 * Writes that a caller may safely send again: under the same Idempotency-Key an act is done once.
 */
@NullMarked
package dev.runside.server.api.repeat;

import org.jspecify.annotations.NullMarked;
