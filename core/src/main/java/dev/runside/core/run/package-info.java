/** One runbook run: diagnose, remedy, verify, undo; every transition is a row of one table. */
@NullMarked
package dev.runside.core.run;

import org.jspecify.annotations.NullMarked;
