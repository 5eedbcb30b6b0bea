/** Thirty like services, twice, and what both that watch over them have in common. */
@NullMarked
package dev.runside.bench.heal.fleet;

import org.jspecify.annotations.NullMarked;
