/**
 * A first catalog for somebody's own product, and what the agent of this machine may do for it: one
 * person, one product, one flow, one indicator, one runbook.
 *
 * <pre>
 *   flags, answers ─► Starter ─► catalog.yaml, agent.yaml
 * </pre>
 */
@NullMarked
package dev.runside.cli.starter;

import org.jspecify.annotations.NullMarked;
