/** OpenLineage's events in, drafts of data-run, data-job and data-set out. */
@NullMarked
package dev.runside.server.intake.lineage;

import org.jspecify.annotations.NullMarked;
