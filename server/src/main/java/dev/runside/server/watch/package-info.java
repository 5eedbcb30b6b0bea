/**
 * Holds one watch an indicator: samples in, buckets stored before the answer, what rules say handed
 * to the engine.
 */
@NullMarked
package dev.runside.server.watch;

import org.jspecify.annotations.NullMarked;
