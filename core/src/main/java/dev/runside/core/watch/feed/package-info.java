/**
 * What reported signals add to indicators: a ticket counts one, a metric's value is read or
 * counted.
 *
 * <pre>
 *   signal (ticket, metric) ─► Feed ─► samples of the catalog's indicators
 *                                 └──► Derived: a baseline for a metric that none of them counts
 * </pre>
 */
@NullMarked
package dev.runside.core.watch.feed;

import org.jspecify.annotations.NullMarked;
