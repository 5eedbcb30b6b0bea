/**
 * How long a killed service stays without its remedy: Runside beside Prometheus, Alertmanager and
 * webhook, in one run on one machine.
 *
 * <pre>
 *   Plan ─► rounds ─► Course ──kills, pauses, stops, deploys──► fleet of Runside's services
 *                        │                                 └──► fleet of the peers' services
 *                        └─► Ledger ─► Outcome ─► Report: a table, then one line of JSON
 * </pre>
 *
 * <p>A remedy is what a service's launcher wrote down itself, the same way on both sides. A kill of
 * ours counts only with its whole line in the record of the incident.
 */
@NullMarked
package dev.runside.bench.heal;

import org.jspecify.annotations.NullMarked;
