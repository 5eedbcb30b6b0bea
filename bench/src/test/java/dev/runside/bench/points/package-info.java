/** The measurement of points, in small, and what it sends. */
@NullMarked
package dev.runside.bench.points;

import org.jspecify.annotations.NullMarked;
