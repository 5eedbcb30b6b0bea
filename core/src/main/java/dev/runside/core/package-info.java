/** The domain and every decision: deterministic machines that are given the time and do no I/O. */
@NullMarked
package dev.runside.core;

import org.jspecify.annotations.NullMarked;
