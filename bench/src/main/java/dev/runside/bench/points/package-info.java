/**
 * What a data point costs that is folded into an indicator with a burn rate, beside Prometheus; and
 * what a signal costs with few subjects and with many.
 *
 * <pre>
 *   Estate ──► Load ──the same samples, by OTLP──────────► Runside: an indicator and a rule for each route
 *                   ──the same samples, by remote write──► Prometheus: a rule for each route
 * </pre>
 *
 * <p>Both run all the time. At full load they are loaded in turns; at the usual pace, and for the
 * faults, both at once.
 */
@NullMarked
package dev.runside.bench.points;

import org.jspecify.annotations.NullMarked;
