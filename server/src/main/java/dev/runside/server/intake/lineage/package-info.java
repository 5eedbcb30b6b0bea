/** OpenLineage run events in, data-run drafts out. */
@NullMarked
package dev.runside.server.intake.lineage;

import org.jspecify.annotations.NullMarked;
