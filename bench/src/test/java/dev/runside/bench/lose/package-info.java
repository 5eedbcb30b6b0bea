/** The trial of loss, in small. */
@NullMarked
package dev.runside.bench.lose;

import org.jspecify.annotations.NullMarked;
