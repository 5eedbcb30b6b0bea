/** The runside command: starts and stops Runside on this machine, and is a client of its API. */
@NullMarked
package dev.runside.cli;

import org.jspecify.annotations.NullMarked;
