/**
 * The drill: every fault in turn on a fresh installation, each watched through Runside's public API
 * and through the pager, and judged by what it must end as.
 *
 * <pre>
 *   quiet minute ──► Exercise (break, seen, acted or paged, mended, healed) × 7 ──► quiet minute
 *                        └──► Row ──► Report: a table, report.json, one verdict
 * </pre>
 */
@NullMarked
package dev.runside.demo.drill;

import org.jspecify.annotations.NullMarked;
