/** The measurement of intake, in small, and what it sends. */
@NullMarked
package dev.runside.bench.overlap;

import org.jspecify.annotations.NullMarked;
