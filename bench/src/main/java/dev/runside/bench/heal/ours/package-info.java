/** Runside's side: a whole server and agent, and what is on record of each kill. */
@NullMarked
package dev.runside.bench.heal.ours;

import org.jspecify.annotations.NullMarked;
