/**
 * Runbooks that were drafted from incidents that ended alike: shown with where they come from and
 * tried on the past, then promoted to a definition, or dismissed.
 *
 * <pre>
 *   core.learn: Proposal ─► RunbookYaml: the definition ─┐
 *                        └─► Trial: the last 30 days ────┴─► its owner: promote ─► catalog
 * </pre>
 */
@NullMarked
package dev.runside.server.learn;

import org.jspecify.annotations.NullMarked;
