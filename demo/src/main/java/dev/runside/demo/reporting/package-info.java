/**
 * The reporting product: a pipeline that reads the shop's orders and keeps a daily report.
 *
 * <pre>
 *   orders ──► pipeline, every 2 s ──► orders_daily ──► readers
 *                  └── START, COMPLETE or FAIL ──► Runside (OpenLineage)
 * </pre>
 */
@NullMarked
package dev.runside.demo.reporting;

import org.jspecify.annotations.NullMarked;
