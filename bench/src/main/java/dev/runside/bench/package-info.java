/** Measurements of Runside, each beside the figure it is compared with. */
@NullMarked
package dev.runside.bench;

import org.jspecify.annotations.NullMarked;
