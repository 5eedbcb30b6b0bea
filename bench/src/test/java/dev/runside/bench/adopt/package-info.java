/** The guide for the first hour, executed, and what of it counts. */
@NullMarked
package dev.runside.bench.adopt;

import org.jspecify.annotations.NullMarked;
