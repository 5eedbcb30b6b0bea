/**
 * The company is really started, broken and mended; a receiver that only records stands where
 * Runside would.
 */
@NullMarked
package dev.runside.demo;

import org.jspecify.annotations.NullMarked;
