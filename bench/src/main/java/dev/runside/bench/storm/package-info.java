/**
 * A storm of alerts from few causes, on a real server: how many incidents and pages come of it.
 *
 * <pre>
 *   Estate (trees of hops) ─► Storming ──alerts, as Prometheus posts them──► server ─► incidents, pages
 * </pre>
 */
@NullMarked
package dev.runside.bench.storm;

import org.jspecify.annotations.NullMarked;
