/** The measurement in small. */
@NullMarked
package dev.runside.bench.overlap;

import org.jspecify.annotations.NullMarked;
