/** The measurement in small. */
@NullMarked
package dev.runside.bench.storm;

import org.jspecify.annotations.NullMarked;
