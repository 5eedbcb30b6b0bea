/** The measurement of healing, in small, and the arithmetic of its figures. */
@NullMarked
package dev.runside.bench.heal;

import org.jspecify.annotations.NullMarked;
