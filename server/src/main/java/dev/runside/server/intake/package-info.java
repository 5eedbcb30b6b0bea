/**
 * Takes in what teams and their tools already say, or asks them (poll, promql). What is
 * acknowledged is stored; what is refused left no trace.
 *
 * <pre>
 *   signals   tickets   lineage   events          otlp,grpc   alertmanager  webhooks  pagerduty
 *        └───────┴─────────┴────────┘              │                 └─────────┴────────┘
 *          drafts ─► Reception                  points           updates ─► alerts ─► (the log, too)
 *                      │ may it speak for this?    │ which indicators, how much since the last
 *                      │ which hop is meant?       │ point of this series?
 *                      ▼                           ▼
 *                 log: one writer            watch: buckets and cursors
 *                      │                       in one transaction
 *                      ▼
 *              engine: SignalLog, SignalsAppended
 * </pre>
 */
@NullMarked
package dev.runside.server.intake;

import org.jspecify.annotations.NullMarked;
