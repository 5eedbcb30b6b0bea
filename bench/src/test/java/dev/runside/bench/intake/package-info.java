/** The measurement of intake, in small, and what it sends. */
@NullMarked
package dev.runside.bench.intake;

import org.jspecify.annotations.NullMarked;
