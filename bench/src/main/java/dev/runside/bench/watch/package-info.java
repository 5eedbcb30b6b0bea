/**
 * What watching costs: burn rates over two windows, of the same events, by the core's watches and
 * by Prometheus' rules.
 *
 * <pre>
 *   Course: good and bad events, every ten seconds ─► Watches: core.watch ─► who burns, when
 *                │                                                              │ the same instants
 *                └─► RuleTest ─► promtool test rules ◄──────────────────────────┘
 *                                 (fails where Prometheus' rules say something else)
 * </pre>
 */
@NullMarked
package dev.runside.bench.watch;

import org.jspecify.annotations.NullMarked;
