/** What is written for recorded data. */
@NullMarked
package dev.runside.bench.judge;

import org.jspecify.annotations.NullMarked;
