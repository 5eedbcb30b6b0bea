/**
 * Watching: a look at every process many times a second, a question to every service once a second,
 * and a signal when something is worth one.
 *
 * <pre>
 *   pid file ──► Pulse ──every 25 ms──┐
 *                                     ├──► ServiceWatch (decides) ──► Signal: process-gone,
 *   health ──► answer, every 1 s ─────┘            │                         no-answer, answering
 *                                                  └──► ProbeTally ──once a second──► OTLP
 * </pre>
 */
@NullMarked
package dev.runside.agent.watch;

import org.jspecify.annotations.NullMarked;
