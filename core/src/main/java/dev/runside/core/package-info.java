/**
 * The domain and every decision of Runside, without a clock, a disk, a network, a thread or a
 * random number.
 *
 * <pre>
 *   samples ─► watch ─► findings ─┐
 *   signals ──────────────────────┴► estate ( triage · run · page, asking charter and catalog ) ─► decision
 * </pre>
 *
 * Time and fresh identifiers come in with each input; the same inputs in the same order give the
 * same decisions.
 */
@NullMarked
package dev.runside.core;

import org.jspecify.annotations.NullMarked;
