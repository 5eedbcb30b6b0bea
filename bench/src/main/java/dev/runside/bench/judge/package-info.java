/**
 * {@code bench/judge}: the judgement of the core, as shipped, on recorded data whose answers are
 * known to others.
 */
@NullMarked
package dev.runside.bench.judge;

import org.jspecify.annotations.NullMarked;
