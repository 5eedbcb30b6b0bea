/**
 * What people did about incidents that were new, so that nothing stays new.
 *
 * <pre>
 *   resolved by a person ─► Resolution: cause, seam, suspect, what was done
 *                               │ Sameness with those before: which of cause, seam and steps agree
 *                               └─ the third that agrees in all ─► Proposal: a runbook, and what it still lacks
 *                                                                     │ its owner
 *                                                                     └─► promoted, or dismissed
 * </pre>
 */
@NullMarked
package dev.runside.core.learn;

import org.jspecify.annotations.NullMarked;
