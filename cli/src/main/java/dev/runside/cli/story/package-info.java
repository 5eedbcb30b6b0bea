/** Incidents told to a person at a terminal: what, whose, why, and what was done, with times. */
@NullMarked
package dev.runside.cli.story;

import org.jspecify.annotations.NullMarked;
