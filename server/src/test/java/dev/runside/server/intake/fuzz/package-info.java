/** Bodies that nobody would send on purpose: every reader is given them, many and odd. */
@NullMarked
package dev.runside.server.intake.fuzz;

import org.jspecify.annotations.NullMarked;
