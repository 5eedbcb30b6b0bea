/**
 * One estate: keyed entries as state, inputs in, a decision (writes, lines, effects) out. Composes
 * triage, run and page.
 */
@NullMarked
package dev.runside.core.estate;

import org.jspecify.annotations.NullMarked;
