/**
 * Runs a job as cron would, and tells Runside of it. The job comes first: whatever is wrong with
 * the telling, it runs, and its exit code is handed on.
 *
 * <pre>
 *   argv ─► Child (its streams passed on, signals too) ─► exit code
 *               └─ LastLines ─► Secrets ─► Report ─► Spool ─► Telling ─► POST /api/v1/signals
 * </pre>
 */
@NullMarked
package dev.runside.cli.job;

import org.jspecify.annotations.NullMarked;
