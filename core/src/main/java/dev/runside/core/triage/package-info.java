/**
 * Findings become incidents: which belong together, where it began, how far it can spread, whom it
 * concerns.
 */
@NullMarked
package dev.runside.core.triage;

import org.jspecify.annotations.NullMarked;
