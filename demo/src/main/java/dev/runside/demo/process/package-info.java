/** Starts, signals and stops the sample company's processes, each known by its pid file. */
@NullMarked
package dev.runside.demo.process;

import org.jspecify.annotations.NullMarked;
